// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/dated_sql.h"

#include <fmt/format.h>

#include <string>

namespace dcadmin::secure_zone {

void keep_holding(store::Listing& listing, std::string_view table,
                  std::initializer_list<std::string_view> same, Date day) {
    const std::string on = day.iso();
    std::string agree;
    for (const auto column : same) agree += fmt::format(" AND n.{0} = {1}.{0}", column, table);
    listing.where("valid_from <= {} AND valid_until >= {}", {on, on});
    // The braces that stay are the list's parameters.
    listing.where(fmt::format(R"(NOT EXISTS (
            SELECT 1 FROM {0} n
            WHERE n.valid_from <= {{}} AND n.valid_until >= {{}}{1}
                AND (n.valid_from > {0}.valid_from
                    OR (n.valid_from = {0}.valid_from AND n.id > {0}.id))))",
                              table, agree),
                  {on, on});
}

}  // namespace dcadmin::secure_zone
