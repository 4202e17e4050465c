// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/date.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace dcadmin {

namespace {

constexpr int first_year = 1800;
constexpr int last_year = 9999;
constexpr unsigned longest_term = 36500;
constexpr std::chrono::year_month_day first_day{std::chrono::year{first_year}, std::chrono::January,
                                                std::chrono::day{1}};
constexpr std::chrono::year_month_day last_day{std::chrono::year{last_year}, std::chrono::December,
                                               std::chrono::day{31}};

std::chrono::year_month_day civil(std::int32_t days) {
    return std::chrono::sys_days{std::chrono::days{days}};
}

std::int32_t days_of(std::chrono::year_month_day day) {
    return static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

std::optional<Date> find_date(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year) return std::nullopt;
    const std::chrono::year_month_day civil_day{std::chrono::year{year}, std::chrono::month{month},
                                                std::chrono::day{day}};
    if (!civil_day.ok()) return std::nullopt;
    return Date::from_days(days_of(civil_day));
}

std::string why_no_date(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year) {
        return say("its year is not between {} and {}", first_year, last_year);
    }
    if (month < 1 || month > 12) return say("there is no month {}", month);
    const std::chrono::year_month_day_last last{
        std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
    return say("that month has {} days, not {}", static_cast<unsigned>(last.day()), day);
}

std::optional<Date> find_sum_of_months(std::chrono::year_month_day start, std::int64_t months) {
    const std::int64_t month = static_cast<int>(start.year()) * std::int64_t{12} +
                               static_cast<unsigned>(start.month()) - 1 + months;
    if (month / 12 < first_year || month / 12 > last_year) return std::nullopt;
    const std::chrono::year_month_day_last last{
        std::chrono::year{static_cast<int>(month / 12)},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month % 12) + 1}}};
    return Date::from_days(days_of({last.year(), last.month(), std::min(start.day(), last.day())}));
}

std::optional<Date> find_sum(Date start, Term term) {
    const std::int64_t count = term.count();
    switch (term.unit()) {
        case Term::Unit::day: {
            const std::int64_t end = start.days() + count;
            if (end < days_of(first_day) || end > days_of(last_day)) return std::nullopt;
            return Date::from_days(static_cast<std::int32_t>(end));
        }
        case Term::Unit::month: return find_sum_of_months(civil(start.days()), count);
        case Term::Unit::year: return find_sum_of_months(civil(start.days()), count * 12);
    }
    return std::nullopt;
}

/// The numbers that a text of one of the three shapes holds; they need not name a day.
struct Written {
    int year;
    int month;
    int day;
};

std::optional<Written> read_shape(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    Written written{};
    if (text[4] == '-' && text[7] == '-') {
        written = {read_digits(text, 0, 4), read_digits(text, 5, 2), read_digits(text, 8, 2)};
    } else if ((text[2] == '/' || text[2] == '.') && text[5] == text[2]) {
        written = {read_digits(text, 6, 4), read_digits(text, 3, 2), read_digits(text, 0, 2)};
    } else {
        return std::nullopt;
    }
    if (written.year < 0 || written.month < 0 || written.day < 0) return std::nullopt;
    return written;
}

[[noreturn]] void refuse_shape(std::string_view text) {
    throw Error(Kind::usage, say("{} is not a date", text::quoted(text)),
                "write year-month-day as in 2026-12-31, or day/month/year as in 31/12/2026");
}

}  // namespace

Date Date::parse(std::string_view text) {
    const auto written = read_shape(text);
    if (!written) refuse_shape(text);
    const auto month = static_cast<unsigned>(written->month);
    const auto day = static_cast<unsigned>(written->day);
    if (const auto date = find_date(written->year, month, day)) return *date;
    throw Error(Kind::usage, say("{} is not a date: {}", text::quoted(text),
                                 why_no_date(written->year, month, day)));
}

Date Date::of(int year, unsigned month, unsigned day) {
    if (const auto date = find_date(year, month, day)) return *date;
    throw Error(Kind::usage, fmt::format("{:04}-{:02}-{:02} is not a date: {}", year, month, day,
                                         why_no_date(year, month, day)));
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}

unsigned Date::month() const {
    return static_cast<unsigned>(civil(days_).month());
}

unsigned Date::day() const {
    return static_cast<unsigned>(civil(days_).day());
}

void Date::write_iso(char* out) const {
    const auto day = civil(days_);
    out = write_digits(out, static_cast<std::uint64_t>(static_cast<int>(day.year())), 4);
    *out++ = '-';
    out = write_digits(out, static_cast<unsigned>(day.month()), 2);
    *out++ = '-';
    write_digits(out, static_cast<unsigned>(day.day()), 2);
}

std::string Date::iso() const {
    std::string text(10, '-');
    write_iso(text.data());
    return text;
}

std::string Date::formatted() const {
    const auto day = civil(days_);
    std::string text(10, '/');
    write_digits(text.data(), static_cast<unsigned>(day.day()), 2);
    write_digits(text.data() + 3, static_cast<unsigned>(day.month()), 2);
    write_digits(text.data() + 6, static_cast<std::uint64_t>(static_cast<int>(day.year())), 4);
    return text;
}

Date Date::plus(Term term) const {
    if (const auto end = find_sum(*this, term)) return *end;
    throw Error(Kind::usage, say("{} from {} does not end between the years {} and {}",
                                 term.words(), formatted(), first_year, last_year));
}

Term Term::parse(std::string_view text) {
    unsigned count = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    const char letter = error == std::errc{} && end - rest == 1 ? *rest : ' ';
    const bool known = letter == 'd' || letter == 'm' || letter == 'y';
    if (!known || count < 1 || count > longest_term) {
        throw Error(
            Kind::usage, say("{} is not a term", text::quoted(text)),
            say("write a number from 1 to {} and d, m or y, as in 30d, 6m or 4y", longest_term));
    }
    const Unit unit = letter == 'd' ? Unit::day : letter == 'm' ? Unit::month : Unit::year;
    return Term(static_cast<int>(count), unit);
}

std::string Term::text() const {
    switch (unit_) {
        case Unit::day: return fmt::format("{}d", count_);
        case Unit::month: return fmt::format("{}m", count_);
        case Unit::year: return fmt::format("{}y", count_);
    }
    return {};
}

std::string Term::words() const {
    const bool one = count_ == 1;
    switch (unit_) {
        case Unit::day: return one ? say("{} day", count_) : say("{} days", count_);
        case Unit::month: return one ? say("{} month", count_) : say("{} months", count_);
        case Unit::year: return one ? say("{} year", count_) : say("{} years", count_);
    }
    return {};
}

DateRange DateRange::of(Date first, Date last) {
    if (last < first) {
        throw Error(Kind::usage, say("a period from {} cannot end before it, on {}",
                                     first.formatted(), last.formatted()));
    }
    return DateRange(first, last);
}

std::optional<DateRange> DateRange::common(DateRange other) const {
    if (!overlaps(other)) return std::nullopt;
    return DateRange(std::max(first_, other.first_), std::min(last_, other.last_));
}

std::string DateRange::formatted() const {
    return fmt::format("{} - {}", first_.formatted(), last_.formatted());
}

}  // namespace dcadmin
