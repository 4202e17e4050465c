// SPDX-License-Identifier: Apache-2.0
// Statements of bulk runs.
#pragma once

#include "store/db.h"

#include <cstdint>
#include <string_view>

namespace dcadmin::bulk {

/// Live grants of an organisation at the moment `now`.
[[nodiscard]] std::int64_t count_live_grants(store::Db& db, std::int64_t organisation_id,
                                             std::string_view now, std::string_view today);

}  // namespace dcadmin::bulk
