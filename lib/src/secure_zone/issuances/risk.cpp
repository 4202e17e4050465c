// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/risk.h"

#include "policies/values.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/issuances/periods.h"
#include "secure_zone/issuances/schedules_sql.h"

#include <algorithm>

namespace dcadmin::secure_zone {

Date risk_until(store::Db& db, std::int64_t organisation_id, Region region, Date today) {
    const Date near = today.plus_days(policies::risk_days(db));
    const auto schedule = find_schedule(db, organisation_id, region);
    if (!schedule) return near;
    WorkingDays days = working_days(db);
    return std::max(near, next_run(schedule->rhythm, today, days).run_on.plus_days(-1));
}

}  // namespace dcadmin::secure_zone
