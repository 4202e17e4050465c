// SPDX-License-Identifier: Apache-2.0
// Services counted by state. An index answers where all of the company is seen.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/services.h>

#include <cstdint>
#include <vector>

namespace dcadmin::secure_zone {

/// Of the states in which something is still to come.
[[nodiscard]] std::vector<OpenServices> open_totals(store::Db& db, std::int64_t organisation_id,
                                                    const access::Sight& sight);

}  // namespace dcadmin::secure_zone
