// SPDX-License-Identifier: Apache-2.0
// Images of paper vouchers, as zone_images.h has them of other records of the secure zone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

struct PaperVoucherFields {
    std::int64_t organisation_id;
    std::int64_t context_id;
    std::string_view region;
    std::string_view number;
    std::int64_t customer;
    std::string_view usable_until;
    std::string_view hand_in_until;
    std::string_view day;
    std::int64_t worker_id;
    std::string_view activity;
    std::string_view state;
    std::string_view received_on;
    std::string_view announced_on;
    std::string_view read_on;
    std::string_view due_on;
    std::string_view lacks;
    std::string_view cause;
    std::int64_t issuance_id;
};
[[nodiscard]] std::string image_of(const PaperVoucherFields& voucher);

}  // namespace dcadmin::audit
