// SPDX-License-Identifier: Apache-2.0
// How the records of the secure zone are read for replay.
#pragma once

#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> zone_record_kinds();

}  // namespace dcadmin::audit
