// SPDX-License-Identifier: Apache-2.0
// Where a company's lists find its services by state: company, state and region are one number, the
// column "shelf", which the database computes (0023_shelves.sql). States that follow one another in
// ServiceState stand side by side, so that a stretch of states is a stretch of shelves.
#pragma once

#include <dcadmin/secure_zone/service.h>

#include <cstdint>

namespace dcadmin::secure_zone {

inline constexpr std::int64_t shelves_of_company = 64;
inline constexpr std::int64_t shelves_of_state = 4;

/// The first shelf of that state, of a company that has none before it.
[[nodiscard]] constexpr std::int64_t first_shelf(ServiceState state) {
    return static_cast<std::int64_t>(state) * shelves_of_state;
}
[[nodiscard]] constexpr std::int64_t last_shelf(ServiceState state) {
    return first_shelf(state) + shelves_of_state - 1;
}
[[nodiscard]] constexpr std::int64_t shelf_of(std::int64_t organisation_id, ServiceState state,
                                              Region region) {
    return organisation_id * shelves_of_company + first_shelf(state) +
           static_cast<std::int64_t>(region);
}

/// The shelves of a company from one state to another, both included.
struct Shelves {
    std::int64_t first;
    std::int64_t last;
};
[[nodiscard]] constexpr Shelves shelves_of(std::int64_t organisation_id, ServiceState from,
                                           ServiceState until) {
    const std::int64_t company = organisation_id * shelves_of_company;
    return {company + first_shelf(from), company + last_shelf(until)};
}

}  // namespace dcadmin::secure_zone
