// SPDX-License-Identifier: Apache-2.0
#include "audit/customer_images.h"

#include "audit/image_text.h"
#include "audit/keyed.h"

namespace dcadmin::audit {

std::string image_of(const CustomerFields& customer) {
    const Keyed keyed(customer.key);
    std::string out;
    add(out, "organisation", customer.organisation_id);
    add(out, "user_number", customer.number);
    keyed.add(out, "name", customer.name);
    add(out, "region", customer.region);
    add(out, "speaks", customer.language);
    add(out, "channel", customer.channel);
    keyed.add(out, "email", customer.email);
    keyed.add(out, "phone", customer.phone);
    add(out, "person", customer.person_id);
    add(out, "inactive_since", customer.inactive_since);
    return out;
}

std::string image_of(const VoucherOrderFields& order) {
    std::string out;
    add(out, "customer", order.customer_id);
    add(out, "first_number", order.first_number);
    add(out, "vouchers", order.vouchers);
    add(out, "issued_on", order.issued_on);
    add(out, "usable_until", order.usable_until);
    add(out, "hand_in_until", order.hand_in_until);
    return out;
}

}  // namespace dcadmin::audit
