// SPDX-License-Identifier: Apache-2.0
// On which days a series of pickups says that the carrier comes, and what becomes of a day that is
// none of his: pure functions.
#pragma once

#include "secure_zone/calendar/rules.h"

#include <dcadmin/secure_zone/pickup_series.h>

#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

struct Pattern {
    PickupRhythm every = PickupRhythm::week;
    int on = 1;
    OnHoliday on_holiday = OnHoliday::skip;
    DateRange valid;
};

/// usage, about `on`, for a day that a week or month cannot have.
void require_day(PickupRhythm every, int on);
/// The days that the pattern says, within those days, in order. A month without that day has its
/// last.
[[nodiscard]] std::vector<Date> days_of(const Pattern& pattern, DateRange within);

struct Fate {
    std::optional<Date> comes_on;  // absent: skipped
    std::optional<Date> because;   // the day that is none: its name tells why
};
/// `companys` are the working days of carrier and company together.
[[nodiscard]] Fate fate_of(Date day, OnHoliday on_holiday, WorkingDays& companys);

}  // namespace dcadmin::secure_zone
