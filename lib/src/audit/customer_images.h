// SPDX-License-Identifier: Apache-2.0
// Images of customers and of their vouchers, as images.h has them of the others. A customer has a
// key of his own, for he need be no person of the store. What is left of an order is in no image:
// it follows from what its vouchers pay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

struct CustomerFields {
    std::string_view key;  // his own
    std::int64_t organisation_id;
    std::int64_t number;
    std::string_view name;
    std::string_view region;
    std::string_view language;
    std::string_view channel;
    std::string_view email;
    std::string_view phone;
    std::int64_t person_id;  // 0: nobody signs in as him
    std::string_view inactive_since;
};
[[nodiscard]] std::string image_of(const CustomerFields& customer);

struct VoucherOrderFields {
    std::int64_t customer_id;
    std::int64_t first_number;
    std::int64_t vouchers;
    std::string_view issued_on;
    std::string_view usable_until;
    std::string_view hand_in_until;
};
[[nodiscard]] std::string image_of(const VoucherOrderFields& order);

}  // namespace dcadmin::audit
