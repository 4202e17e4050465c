// SPDX-License-Identifier: Apache-2.0
// The lists of invariants that stand in files of their own.
#pragma once

#include <span>
#include <string_view>

namespace dcadmin::store {

struct Check {
    std::string_view name;
    std::string_view detail;  // says of a broken row what is in its columns
    std::string_view sql;     // answers the broken rows; $1 is now
};

[[nodiscard]] std::span<const Check> customer_checks();
[[nodiscard]] std::span<const Check> service_checks();
[[nodiscard]] std::span<const Check> issuance_checks();

}  // namespace dcadmin::store
