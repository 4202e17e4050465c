// SPDX-License-Identifier: Apache-2.0
// Which vouchers risk to expire: those whose last day to be handed in is near, and those that the
// next automatic issuance would come too late for (secure_zone.md, section 12, row 12).
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/store.h>

#include <cstdint>

namespace dcadmin::secure_zone {

/// Vouchers of that company and region whose last day is not later are at risk. The policy
/// zone.risk_days says how near is near.
[[nodiscard]] Date risk_until(store::Db& db, std::int64_t organisation_id, Region region,
                              Date today);

}  // namespace dcadmin::secure_zone
