// SPDX-License-Identifier: Apache-2.0
// The periods of automatic issuances, as pure arithmetic. A period ends with its day (every working
// day, a weekday, a day of the month); its issuance is made on that day, or on the first working
// day after it, and takes what was allocated until the period's end.
#pragma once

#include "secure_zone/calendar/rules.h"

#include <dcadmin/secure_zone/issuance_schedules.h>

#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct Rhythm {
    Every every = Every::month;
    int on = 0;  // 1 Monday to 7 Sunday; the day of the month, cut to its last; 0 for every day
    Date since;  // no period ends before it; every second week is counted from it
};

struct Period {
    std::string name;  // "2026-11" of a month, else the day it ends with
    Date until;
    Date run_on;
};

/// The first that ends on that day or later.
[[nodiscard]] Period period_from(const Rhythm& rhythm, Date day, WorkingDays& days);
/// Whose issuance is to be made by that day, oldest first; of those that end from `from` on.
[[nodiscard]] std::vector<Period> due_periods(const Rhythm& rhythm, Date from, Date today,
                                              WorkingDays& days);
/// The first whose issuance is to be made after that day.
[[nodiscard]] Period next_run(const Rhythm& rhythm, Date today, WorkingDays& days);

}  // namespace dcadmin::secure_zone
