// SPDX-License-Identifier: Apache-2.0
// How paper vouchers are read for replay.
#pragma once

#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> paper_record_kinds();

}  // namespace dcadmin::audit
