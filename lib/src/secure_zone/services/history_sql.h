// SPDX-License-Identifier: Apache-2.0
// What happened to one service, told by its lines of history, its comments, its vouchers and their
// issuances.
#pragma once

#include "store/db.h"

#include <dcadmin/secure_zone/services.h>

#include <cstdint>
#include <vector>

namespace dcadmin::secure_zone {

/// The earliest first.
[[nodiscard]] std::vector<ServiceHistoryLine> history_of(store::Db& db, std::int64_t service_id);
[[nodiscard]] std::vector<ServiceComment> comments_of(store::Db& db, std::int64_t service_id);

}  // namespace dcadmin::secure_zone
