// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/outlook.h"

#include "secure_zone/calendar/calendar_sql.h"

#include <dcadmin/secure_zone/calendar.h>

#include <algorithm>

namespace dcadmin::secure_zone {

namespace {

// Nothing is moved over more than a long closing.
constexpr int longest_move = 31;

}  // namespace

Outlook::Outlook(store::Db& db, std::int64_t organisation_id, Language language)
    : issuers_(working_days(db)),
      companys_(working_days(db, organisation_id)),
      holidays_(read_holidays(db, dcadmin::name_of(language))) {
    const auto always = DateRange::of(Date::of(1800, 1, 1), Date::of(9999, 12, 31));
    for (const ClosingRow& row : read_closings(db, always, organisation_id)) {
        closings_.emplace(row.day, row.reason.empty() ? "closed" : row.reason);
    }
}

std::string Outlook::name_of(Date day) const {
    for (const HolidayRule& holiday : holidays_) {
        if (day_of(holiday, day.year()) == day) return holiday.name;
    }
    if (const auto closing = closings_.find(day); closing != closings_.end()) {
        return closing->second;
    }
    return weekday(day) > 5 ? std::string(weekday_name(weekday(day))) : std::string();
}

namespace {

Occurrence made_already(Date day, const Made::One& made, const Outlook& outlook) {
    Occurrence one{.day = day, .fate = "taken-out", .comes_on = {}, .why = {}, .pickup = made.id};
    if (made.cancelled) return one;
    one.fate = made.day == day ? "kept" : "moved";
    one.comes_on = made.day;
    if (made.day != day) one.why = outlook.name_of(day);
    return one;
}

Occurrence to_be_made(Date day, const SeriesRow& row, const Made& made, Outlook& outlook) {
    const Fate fate = fate_of(day, row.pattern.on_holiday, outlook.companys());
    Occurrence one{.day = day, .fate = "skipped", .comes_on = {}, .why = {}, .pickup = {}};
    if (fate.because) one.why = outlook.name_of(*fate.because);
    if (!fate.comes_on) return one;
    const bool out = std::ranges::any_of(made.occurrences, [&](const auto& other) {
        return other.second.cancelled && other.second.day == *fate.comes_on;
    });
    if (out) {
        one.fate = "taken-out";
        return one;
    }
    one.fate = *fate.comes_on == day ? "kept" : "moved";
    one.comes_on = fate.comes_on;
    if (const auto there = made.there.find(*fate.comes_on); there != made.there.end()) {
        one.pickup = there->second;
    }
    return one;
}

}  // namespace

std::vector<Occurrence> occurrences_of(store::Db& db, const SeriesRow& row, Outlook& outlook,
                                       Date from, Date until) {
    std::vector<Occurrence> all;
    const Date earlier = from.plus_days(-longest_move);
    const Made made = made_of(db, row, earlier);
    if (until < earlier) return all;
    for (const Date day : days_of(row.pattern, DateRange::of(earlier, until))) {
        const auto found = made.occurrences.find(day);
        Occurrence one = found != made.occurrences.end() ? made_already(day, found->second, outlook)
                                                         : to_be_made(day, row, made, outlook);
        if (day >= from || (one.comes_on && *one.comes_on >= from)) all.push_back(std::move(one));
    }
    return all;
}

}  // namespace dcadmin::secure_zone
