// SPDX-License-Identifier: Apache-2.0
// How customers and their vouchers are read for replay.
#pragma once

#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> customer_record_kinds();

}  // namespace dcadmin::audit
