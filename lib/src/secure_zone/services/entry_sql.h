// SPDX-License-Identifier: Apache-2.0
// What the store has already of a service that comes in.
#pragma once

#include "secure_zone/services/service_row.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

/// One of the same parties, day, hours, activity and region that was not cancelled.
[[nodiscard]] std::optional<std::int64_t> find_same_service(store::Db& db, const ServiceRow& row);
/// Of the worker's services of that day.
[[nodiscard]] std::int64_t hours_of_day(store::Db& db, std::int64_t worker_id, Date day);
[[nodiscard]] bool has_comment(store::Db& db, std::int64_t service_id, std::string_view party,
                               std::string_view body);

}  // namespace dcadmin::secure_zone
