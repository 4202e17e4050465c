// SPDX-License-Identifier: Apache-2.0
// Finding the customer that a request names, for all that hangs under customers. Who may not know
// of him is told that he is not there.
#pragma once

#include "access/require.h"
#include "store/tx.h"

#include <dcadmin/secure_zone/customers.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

struct FoundCustomer {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    Region region = Region::flanders;
    Channel channel = Channel::online;
    std::optional<std::int64_t> person_id;  // who signs in as him
    bool active = true;
};

/// not_found, about `customer`. The company need not be one of the person who signed in as him.
[[nodiscard]] FoundCustomer get_customer(store::Tx& tx, EnterpriseNumber org,
                                         CustomerNumber number);
[[nodiscard]] FoundCustomer get_customer(const Env& env, EnterpriseNumber org,
                                         CustomerNumber number);
/// Of an organisation that was looked up already, by whoever may; none when there is none.
[[nodiscard]] std::optional<FoundCustomer> find_customer_of(store::Tx& tx,
                                                            std::int64_t organisation_id,
                                                            CustomerNumber number);
/// What is asked of access about a customer.
[[nodiscard]] access::Subject subject_of(const FoundCustomer& customer);
/// rule, about `customer`, for one who is not.
void require_active(const FoundCustomer& customer, CustomerNumber number);

}  // namespace dcadmin::secure_zone
