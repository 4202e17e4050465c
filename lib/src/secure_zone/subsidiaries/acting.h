// SPDX-License-Identifier: Apache-2.0
// Whether a company still acts in the secure zone, for all that begins something new for it. What
// has begun goes on: services are confirmed, vouchers handed in and paid.
#pragma once

#include "store/tx.h"

#include <cstdint>

namespace dcadmin::secure_zone {

/// rule, about `org`, for a subsidiary that was deactivated.
void require_acting(store::Tx& tx, std::int64_t organisation_id);

}  // namespace dcadmin::secure_zone
