// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/clock.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/brussels.h"
#include "base/digits.h"

#include <fmt/format.h>

#include <chrono>

namespace dcadmin {

namespace {

constexpr std::int64_t seconds_per_day = 86400;
constexpr std::int64_t seconds_per_hour = 3600;

std::int64_t days_floor(std::int64_t seconds) {
    return std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds}).count();
}

Date day_of(std::int64_t seconds) {
    return Date::from_days(static_cast<std::int32_t>(days_floor(seconds)));
}

std::int64_t seconds_into_day(std::int64_t seconds) {
    return seconds - days_floor(seconds) * seconds_per_day;
}

/// 01:00 UTC of the month's last Sunday.
std::int64_t switch_moment(std::chrono::year year, std::chrono::month month) {
    const std::chrono::sys_days day{year / month / std::chrono::Sunday[std::chrono::last]};
    return day.time_since_epoch().count() * seconds_per_day + seconds_per_hour;
}

}  // namespace

std::int64_t brussels_offset(std::int64_t seconds) {
    const std::chrono::year year{day_of(seconds).year()};
    const bool summer = seconds >= switch_moment(year, std::chrono::March) &&
                        seconds < switch_moment(year, std::chrono::October);
    return summer ? 2 * seconds_per_hour : seconds_per_hour;
}

Timestamp Timestamp::parse(std::string_view text) {
    const bool shaped = text.size() == 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' &&
                        text[13] == ':' && text[16] == ':' && text[19] == 'Z';
    const int hour = shaped ? read_digits(text, 11, 2) : -1;
    const int minute = shaped ? read_digits(text, 14, 2) : -1;
    const int second = shaped ? read_digits(text, 17, 2) : -1;
    const bool of_a_day =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!of_a_day) {
        throw Error(Kind::usage, say("{} is not a moment", text::quoted(text)),
                    "write day and time in UTC as in 2026-12-31T23:59:59Z");
    }
    const Date day = Date::parse(text.substr(0, 10));
    return Timestamp(day.days() * seconds_per_day + hour * seconds_per_hour + minute * 60 + second);
}

Timestamp Timestamp::end_of(Date day) {
    const std::int64_t midnight = (day.days() + std::int64_t{1}) * seconds_per_day;
    // Clocks are never switched between 22:00 and 00:00 UTC, where midnight in Brussels lies.
    return Timestamp(midnight - brussels_offset(midnight - seconds_per_hour));
}

std::string Timestamp::iso() const {
    const auto time = static_cast<std::uint64_t>(seconds_into_day(seconds_));
    std::string text = "0000-00-00T00:00:00Z";
    day_of(seconds_).write_iso(text.data());
    write_digits(text.data() + 11, time / 3600, 2);
    write_digits(text.data() + 14, time / 60 % 60, 2);
    write_digits(text.data() + 17, time % 60, 2);
    return text;
}

std::string Timestamp::formatted() const {
    const std::int64_t local = seconds_ + brussels_offset(seconds_);
    const std::int64_t time = seconds_into_day(local);
    return fmt::format("{} {:02}:{:02}", day_of(local).formatted(), time / 3600, time / 60 % 60);
}

Date Timestamp::brussels_day() const {
    return day_of(seconds_ + brussels_offset(seconds_));
}

Timestamp SystemClock::now() const {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return Timestamp::from_seconds(now.time_since_epoch().count());
}

}  // namespace dcadmin
