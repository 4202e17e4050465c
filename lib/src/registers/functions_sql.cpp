// SPDX-License-Identifier: Apache-2.0
#include "registers/functions.h"

#include "store/db.h"

#include <algorithm>

namespace dcadmin::registers {

std::vector<EnterpriseFunction> functions_of(store::Db& db, NationalNumber person,
                                             EnterpriseNumber enterprise) {
    auto& rows = db.statement(R"(
        SELECT function, represents, valid_from, valid_until
        FROM register_function
        WHERE enterprise = $1 AND person = $2
        ORDER BY valid_until DESC, valid_from DESC, function)");
    rows.bind(
        {static_cast<std::int64_t>(enterprise.value()), static_cast<std::int64_t>(person.value())});
    std::vector<EnterpriseFunction> found;
    while (rows.step()) {
        found.push_back(
            {.function = rows.string(0),
             .represents = rows.integer(1) == 1,
             .period = DateRange::of(Date::parse(rows.text(2)), Date::parse(rows.text(3)))});
    }
    rows.reset();
    return found;
}

bool represents(const std::vector<EnterpriseFunction>& functions, Date day) {
    return std::ranges::any_of(functions, [&](const EnterpriseFunction& function) {
        return function.represents && function.period.contains(day);
    });
}

}  // namespace dcadmin::registers
