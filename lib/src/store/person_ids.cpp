// SPDX-License-Identifier: Apache-2.0
#include "store/person_ids.h"

#include "store/db.h"

namespace dcadmin::store {

std::optional<std::int64_t> find_person_id(Db& db, const PersonRef& person) {
    const auto* const id = std::get_if<PersonId>(&person);
    auto& found = db.statement(id != nullptr ? "SELECT id FROM person WHERE id = $1 AND number > 0"
                                             : "SELECT id FROM person WHERE number = $1");
    const auto key = id != nullptr
                         ? id->value()
                         : static_cast<std::int64_t>(std::get<NationalNumber>(person).value());
    if (!found.first({key})) return std::nullopt;
    const auto row = found.integer(0);
    found.reset();
    return row;
}

}  // namespace dcadmin::store
