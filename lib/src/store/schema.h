// SPDX-License-Identifier: Apache-2.0
// Which schema a store has, which one this program wants, and the way from one to the other: each
// migration in one transaction with the row that records it.
#pragma once

#include "store/db.h"

#include <dcadmin/base/clock.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dcadmin::store {

/// 0 for a database without one.
[[nodiscard]] std::int64_t schema_of(Db& db);
[[nodiscard]] std::int64_t supported_schema();
/// Throws integrity for an older, a newer or a changed schema, with the remedy.
void require_schema(Db& db);
/// Applies what is missing; the names of the migrations applied.
std::vector<std::string> apply_migrations(Db& db, const Clock& clock);

}  // namespace dcadmin::store
