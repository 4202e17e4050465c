// SPDX-License-Identifier: Apache-2.0
// What one decision does to one service, within a transaction: who may, what time has done before,
// whether it may be, and its lines of history.
#pragma once

#include "secure_zone/services/changes.h"

#include <dcadmin/secure_zone/service_decisions.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct Decided {
    bool changed = false;
    std::int64_t id = 0;
    std::string remark = {};
};

/// All of these, of one company, that stand alike and that it has not validated; how many they
/// were, none where time has done it already.
std::int64_t validate_alike(ServiceChanges& changes, store::Tx& tx,
                            const std::vector<std::int64_t>& services);

[[nodiscard]] Decided decide_validate(bulk::Work& work, const ServiceDecision& request);
[[nodiscard]] Decided decide_update(bulk::Work& work, const ServiceUpdate& request);
[[nodiscard]] Decided decide_cancel(bulk::Work& work, const ServiceDecision& request);
[[nodiscard]] Decided decide_confirm(bulk::Work& work, const ServiceDecision& request);
[[nodiscard]] Decided decide_dispute(bulk::Work& work, const ServiceDecision& request);
[[nodiscard]] Decided decide_comment(bulk::Work& work, const ServiceDecision& request);

}  // namespace dcadmin::secure_zone
