// SPDX-License-Identifier: Apache-2.0
// Statements about comments on services.
#pragma once

#include "store/db.h"

#include <cstdint>
#include <string_view>

namespace dcadmin::secure_zone {

[[nodiscard]] std::int64_t insert_comment(store::Db& db, std::int64_t service_id,
                                          std::string_view party, std::string_view body,
                                          std::string_view at, std::int64_t operation);

}  // namespace dcadmin::secure_zone
