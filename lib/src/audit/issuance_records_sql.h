// SPDX-License-Identifier: Apache-2.0
// How issuances, their schedules, refunds and blocks are read for replay.
#pragma once

#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> issuance_record_kinds();

}  // namespace dcadmin::audit
