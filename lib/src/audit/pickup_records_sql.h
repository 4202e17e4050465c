// SPDX-License-Identifier: Apache-2.0
// How recurring pickups and deactivations are read for replay.
#pragma once

#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> pickup_record_kinds();

}  // namespace dcadmin::audit
