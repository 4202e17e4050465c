// SPDX-License-Identifier: Apache-2.0
#include "bulk/tracer_sql.h"

#include <dcadmin/base/enterprise_number.h>

#include <charconv>

namespace dcadmin::bulk {

std::optional<std::string> find_name(store::Db& db, std::string_view subject, std::int64_t id) {
    const bool organisation = subject == "organisation";
    if (!organisation && subject != "right" && subject != "site" && subject != "role") {
        return std::nullopt;
    }
    auto& found =
        db.statement(organisation         ? "SELECT number FROM organisation WHERE id = $1"
                     : subject == "right" ? "SELECT code FROM right_definition WHERE id = $1"
                                          : "SELECT code FROM context_value WHERE id = $1");
    std::optional<std::string> name;
    if (found.first({id})) {
        name = organisation
                   ? EnterpriseNumber::from_stored(static_cast<std::uint64_t>(found.integer(0)))
                         .digits()
                   : found.string(0);
    }
    found.reset();
    return name;
}

std::optional<std::int64_t> find_named(store::Db& db, std::string_view subject,
                                       const std::string& name) {
    std::optional<std::int64_t> id;
    if (subject == "right") {
        auto& found = db.statement("SELECT id FROM right_definition WHERE code = $1");
        if (found.first({std::string_view(name)})) id = found.integer(0);
        found.reset();
    } else if (subject == "organisation") {
        std::int64_t number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        auto& found = db.statement("SELECT id FROM organisation WHERE number = $1");
        if (found.first({number})) id = found.integer(0);
        found.reset();
    }
    return id;
}

}  // namespace dcadmin::bulk
