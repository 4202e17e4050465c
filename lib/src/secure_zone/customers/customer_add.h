// SPDX-License-Identifier: Apache-2.0
// A company gets a customer.
#pragma once

#include "bulk/run.h"

#include <dcadmin/secure_zone/customers.h>

namespace dcadmin::secure_zone {

[[nodiscard]] Written<Customer> apply_add(bulk::Work& work, const NewCustomer& request);

}  // namespace dcadmin::secure_zone
