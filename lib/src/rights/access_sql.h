// SPDX-License-Identifier: Apache-2.0
// The one query behind every access check.
#pragma once

#include "rights/grants_sql.h"
#include "store/db.h"

#include <dcadmin/rights.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dcadmin::rights {

/// Organisations and contexts for which the person may act with the right on that day and moment.
[[nodiscard]] std::vector<Access> find_access(store::Db& db, const AccessQuestion& question,
                                              const AsOf& as_of);

/// The same, as far as who acts may see it.
[[nodiscard]] std::vector<Access> seen_access(const Env& env, const AccessQuestion& question,
                                              const AsOf& as_of);

}  // namespace dcadmin::rights
