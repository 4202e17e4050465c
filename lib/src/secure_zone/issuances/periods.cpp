// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/periods.h"

#include <dcadmin/base/month.h>

#include <algorithm>

namespace dcadmin::secure_zone {

namespace {

constexpr int days_of_week = 7;

Date on_weekday(Date from, int wanted) {
    return from.plus_days((wanted - weekday(from) + days_of_week) % days_of_week);
}

Date in_month(Month month, int on) {
    return std::min(month.first().plus_days(on - 1), month.last());
}

Date end_from(const Rhythm& rhythm, Date day, WorkingDays& days) {
    const Date from = std::max(day, rhythm.since);
    switch (rhythm.every) {
        case Every::day: return days.on_or_after(from);
        case Every::week: return on_weekday(from, rhythm.on);
        case Every::two_weeks: {
            const Date first = on_weekday(rhythm.since, rhythm.on);
            const Date end = on_weekday(from, rhythm.on);
            const bool between = (end.days() - first.days()) % (2 * days_of_week) != 0;
            return between ? end.plus_days(days_of_week) : end;
        }
        case Every::month: break;
    }
    const Date end = in_month(Month::of(from), rhythm.on);
    return end >= from ? end : in_month(Month::of(from).plus(1), rhythm.on);
}

}  // namespace

Period period_from(const Rhythm& rhythm, Date day, WorkingDays& days) {
    const Date until = end_from(rhythm, day, days);
    const bool month = rhythm.every == Every::month;
    return {.name = month ? Month::of(until).text() : until.iso(),
            .until = until,
            .run_on = days.on_or_after(until)};
}

std::vector<Period> due_periods(const Rhythm& rhythm, Date from, Date today, WorkingDays& days) {
    std::vector<Period> due;
    for (Period one = period_from(rhythm, from, days); one.run_on <= today;
         one = period_from(rhythm, one.until.plus_days(1), days)) {
        due.push_back(one);
    }
    return due;
}

Period next_run(const Rhythm& rhythm, Date today, WorkingDays& days) {
    // One that ended on days off may still be to come.
    constexpr int longest_pause = 14;
    Period one = period_from(rhythm, today.plus_days(-longest_pause), days);
    while (one.run_on <= today) one = period_from(rhythm, one.until.plus_days(1), days);
    return one;
}

}  // namespace dcadmin::secure_zone
