// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/risk_days.h"

namespace dcadmin::secure_zone {

Date RiskDays::until(std::int64_t organisation_id, Region region) {
    constexpr int usual = 14;
    const auto [at, is_new] = known_.try_emplace({organisation_id, region}, today_);
    if (is_new) at->second = today_.plus_days(usual);
    return at->second;
}

}  // namespace dcadmin::secure_zone
