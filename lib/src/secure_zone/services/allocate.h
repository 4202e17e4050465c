// SPDX-License-Identifier: Apache-2.0
// Vouchers for a confirmed service: the customer's oldest that may pay it, for as many of its hours
// as he has (secure_zone.md, section 2.3).
#pragma once

#include "secure_zone/services/changes.h"

#include <cstdint>

namespace dcadmin::secure_zone {

/// How many were found; lines of history go to `changes`, also when it is seen that there are none.
std::int64_t allocate(ServiceChanges& changes, store::Tx& tx, const ServiceRow& service);

/// To all services of a customer that wait for vouchers, once he has new ones: first to those that
/// got some already.
void allocate_to_waiting(ServiceChanges& changes, store::Tx& tx, std::int64_t customer_id);

}  // namespace dcadmin::secure_zone
