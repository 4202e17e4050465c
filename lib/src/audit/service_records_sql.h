// SPDX-License-Identifier: Apache-2.0
// How change sets and comments of services are read for replay, and services from their history.
#pragma once

#include "audit/problems.h"
#include "audit/replay_sql.h"

#include <span>

namespace dcadmin::audit {

[[nodiscard]] std::span<const RecordKind> service_record_kinds();

/// Whether every service is what the lines of its history say, one after the other.
void replay_services(store::Db& db, Problems& problems);

}  // namespace dcadmin::audit
