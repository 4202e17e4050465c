// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/rules.h"

#include "base/brussels.h"

#include <fmt/format.h>

namespace dcadmin::secure_zone {

Timestamp last_moment_for(Date day, WorkingDays& issuers) {
    constexpr std::int64_t half_past_twelve = (12 * 60 + 30) * 60;
    Date before = day.plus_days(-1);
    while (!issuers.is_working(before)) before = before.plus_days(-1);
    const std::int64_t midnight =
        Timestamp::parse(fmt::format("{}T00:00:00Z", before.iso())).seconds();
    const std::int64_t as_if_utc = midnight + half_past_twelve;
    // No clock changes between 12:30 in Brussels and 12:30 UTC.
    return Timestamp::from_seconds(as_if_utc - brussels_offset(as_if_utc));
}

Date first_possible(Timestamp now, WorkingDays& issuers, WorkingDays& companys) {
    Date day = companys.after(now.brussels_day(), 1);
    while (now > last_moment_for(day, issuers)) day = companys.after(day, 1);
    return day;
}

}  // namespace dcadmin::secure_zone
