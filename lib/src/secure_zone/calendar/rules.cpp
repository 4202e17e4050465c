// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/calendar/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <charconv>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view after_easter = "easter+";
// Nobody closes longer than that; beyond it a closing list is a mistake.
constexpr int longest_closing = 400;

Error unreadable(const HolidayRule& holiday) {
    return {Kind::integrity,
            say("the holiday {} has a rule that cannot be read: {}", holiday.code, holiday.rule)};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

int weekday(Date day) {
    // 1970-01-01 was a Thursday.
    const int since_monday = (day.days() % 7 + 7 + 3) % 7;
    return since_monday + 1;
}

// The church's tables as arithmetic: the golden number gives the full moon, the century its shifts.
Date easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int skipped_leaps = century - century / 4;
    const int moon_shift = (8 * century + 13) / 25;
    int moon = (19 * golden + skipped_leaps - moon_shift + 15) % 30;  // days after 21 March
    if (moon == 29 || (moon == 28 && golden > 10)) --moon;
    const Date full_moon = Date::of(year, 3, 21).plus_days(moon);
    return full_moon.plus_days(7 - weekday(full_moon) % 7);  // the Sunday after it
}

Date last_of_month(Date day) {
    return Date::of(day.year(), day.month(), 1).plus(Term::of(1, Term::Unit::month)).plus_days(-1);
}

std::optional<Date> day_of(const HolidayRule& holiday, int year) {
    const std::string_view rule = holiday.rule;
    std::optional<Date> day;
    if (rule.starts_with(after_easter)) {
        if (const auto days = number(rule.substr(after_easter.size()))) {
            day = easter(year).plus_days(*days);
        }
    } else if (rule.size() == 5 && rule[2] == '-') {
        const auto month = number(rule.substr(0, 2));
        const auto of_month = number(rule.substr(3));
        if (month && of_month) {
            day = Date::of(year, static_cast<unsigned>(*month), static_cast<unsigned>(*of_month));
        }
    }
    if (!day) throw unreadable(holiday);
    if (!holiday.valid.contains(*day)) return std::nullopt;
    return day;
}

const std::set<Date>& WorkingDays::holidays_of(int year) {
    const auto [at, is_new] = by_year_.try_emplace(year);
    if (is_new) {
        for (const HolidayRule& holiday : holidays_) {
            if (const auto day = day_of(holiday, year)) at->second.insert(*day);
        }
    }
    return at->second;
}

bool WorkingDays::is_working(Date day) {
    return weekday(day) <= 5 && !closed_.contains(day) && !holidays_of(day.year()).contains(day);
}

Date WorkingDays::on_or_after(Date day) {
    for (int i = 0; i < longest_closing; ++i) {
        if (is_working(day)) return day;
        day = day.plus_days(1);
    }
    throw Error(Kind::rule, say("no working day in more than a year before {}", day.formatted()),
                "see the closing days: dcadmin calendar holidays");
}

Date WorkingDays::after(Date day, int n) {
    for (int i = 0; i < n; ++i) day = on_or_after(day.plus_days(1));
    return day;
}

}  // namespace dcadmin::secure_zone
