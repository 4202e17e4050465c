// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/series_rules.h"

#include <dcadmin/base/month.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>

namespace dcadmin {

std::string_view name_of(PickupRhythm every) {
    switch (every) {
        case PickupRhythm::week: return "week";
        case PickupRhythm::two_weeks: return "two-weeks";
        case PickupRhythm::month: return "month";
    }
    return "";
}

PickupRhythm parse_pickup_rhythm(std::string_view text) {
    const std::string word = text::ascii_lower(text::trimmed(text));
    for (const auto every : {PickupRhythm::week, PickupRhythm::two_weeks, PickupRhythm::month}) {
        if (word == name_of(every)) return every;
    }
    throw Error(Kind::usage, say("nothing comes back every {}", text::quoted(text)),
                "one of: week, two-weeks, month", "every");
}

std::string_view name_of(OnHoliday what) {
    return what == OnHoliday::skip ? "skip" : "next";
}

OnHoliday parse_on_holiday(std::string_view text) {
    const std::string word = text::ascii_lower(text::trimmed(text));
    for (const auto what : {OnHoliday::skip, OnHoliday::next}) {
        if (word == name_of(what)) return what;
    }
    throw Error(Kind::usage, say("on a holiday nothing is {}", text::quoted(text)),
                "one of: skip, next (the next working day)", "on-holiday");
}

namespace secure_zone {

namespace {

constexpr int last_weekday = 5;

Date day_in(Month month, int on) {
    const Date last = month.last();
    return std::min(last, month.first().plus_days(on - 1));
}

}  // namespace

void require_day(PickupRhythm every, int on) {
    const int last = every == PickupRhythm::month ? 31 : last_weekday;
    if (on >= 1 && on <= last) return;
    throw Error(
        Kind::usage,
        every == PickupRhythm::month ? say("{} is no day of a month on which the carrier comes", on)
                                     : say("{} is no day of a week on which the carrier comes", on),
        every == PickupRhythm::month ? say("from 1 to 31; a month without that day has its last")
                                     : say("from 1, Monday, to 5, Friday"),
        "on");
}

std::vector<Date> days_of(const Pattern& pattern, DateRange within) {
    std::vector<Date> days;
    const auto common = pattern.valid.common(within);
    if (!common) return days;
    if (pattern.every == PickupRhythm::month) {
        for (Month month = Month::of(common->first()); month <= Month::of(common->last());
             month = month.plus(1)) {
            const Date day = day_in(month, pattern.on);
            if (common->contains(day)) days.push_back(day);
        }
        return days;
    }
    const int step = pattern.every == PickupRhythm::week ? 7 : 14;
    const Date from = pattern.valid.first();
    const Date first = from.plus_days((pattern.on - weekday(from) + 7) % 7);
    const int gone = std::max(0, common->first().days() - first.days());
    for (Date day = first.plus_days((gone + step - 1) / step * step); day <= common->last();
         day = day.plus_days(step)) {
        days.push_back(day);
    }
    return days;
}

Fate fate_of(Date day, OnHoliday on_holiday, WorkingDays& companys) {
    Date wanted = day;
    while (weekday(wanted) > last_weekday) wanted = wanted.plus_days(1);
    std::optional<Date> because;
    if (wanted != day) because = day;
    if (companys.is_working(wanted)) return {wanted, because};
    if (on_holiday == OnHoliday::skip) return {{}, wanted};
    return {companys.on_or_after(wanted), wanted};
}

}  // namespace secure_zone

}  // namespace dcadmin
