// SPDX-License-Identifier: Apache-2.0
// Images of recurring pickups and of subsidiaries that no longer act, as images.h has them of the
// others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

struct PickupSeriesFields {
    std::string_view key;  // of whom the driver turns to
    std::int64_t organisation_id;
    std::int64_t context_id;
    std::string_view region;
    std::string_view every;
    std::int64_t on_day;
    std::string_view on_holiday;
    std::string_view valid_from;
    std::string_view valid_until;
    std::int64_t person_id;
    std::string_view phone;
    std::int64_t bags;
    std::string_view ended_at;
};
[[nodiscard]] std::string image_of(const PickupSeriesFields& series);

struct DeactivationFields {
    std::int64_t organisation_id;
    std::string_view deactivated_on;
    std::int64_t forced;
};
[[nodiscard]] std::string image_of(const DeactivationFields& deactivation);

}  // namespace dcadmin::audit
