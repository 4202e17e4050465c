// SPDX-License-Identifier: Apache-2.0
// How many hours of a month stand in a worker's services, for whoever lists workers and for whoever
// adds a service. From the number of the policy zone.month_hours on, 178 unless it is set, the
// issuer looks into it ([S56] of the sheet of the secure zone, 2.4), so the company is told first.
// Cancelled services do not count. Nothing is refused for it.
#pragma once

#include "access/require.h"

#include <dcadmin/base/month.h>
#include <dcadmin/secure_zone/workers.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

[[nodiscard]] std::int64_t month_hours(store::Db& db, std::int64_t worker_id, Month month);
[[nodiscard]] std::int64_t month_hours_limit(store::Db& db);
/// "182 hours in 2026-11: from 178 on the issuer looks into it"; nothing below that.
[[nodiscard]] std::optional<std::string> month_hours_warning(store::Db& db, std::int64_t worker_id,
                                                             Month month);
struct HoursWanted {
    Month month;
    std::optional<std::int64_t> organisation_id = {};
};
/// Who has that many, the most first.
[[nodiscard]] std::vector<WorkerHours> many_hours(store::Db& db, const HoursWanted& wanted,
                                                  const access::Sight& sight);

}  // namespace dcadmin::secure_zone
