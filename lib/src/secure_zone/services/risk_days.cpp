// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/risk_days.h"

#include "secure_zone/issuances/risk.h"

namespace dcadmin::secure_zone {

Date RiskDays::until(std::int64_t organisation_id, Region region) {
    const auto [at, is_new] = known_.try_emplace({organisation_id, region}, today_);
    if (is_new) at->second = risk_until(db_, organisation_id, region, today_);
    return at->second;
}

}  // namespace dcadmin::secure_zone
