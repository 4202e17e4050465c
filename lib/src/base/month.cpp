// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/month.h>
#include <dcadmin/base/say.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace {

bool only_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "2026-12" as "2026-12-01", "12/2026" as "01/12/2026"; empty for another shape.
std::string first_day_of(std::string_view month) {
    if (month.size() != 7) return {};
    const char mark = month[2];
    if (month[4] == '-' && only_digits(month.substr(0, 4)) && only_digits(month.substr(5))) {
        return fmt::format("{}-01", month);
    }
    const bool written = mark == '/' || mark == '.';
    if (written && only_digits(month.substr(0, 2)) && only_digits(month.substr(3))) {
        return fmt::format("01{}{}", mark, month);
    }
    return {};
}

}  // namespace

Month Month::parse(std::string_view text) {
    const std::string day = first_day_of(text::trimmed(text));
    if (!day.empty()) {
        try {
            return of(Date::parse(day));
        } catch (const Error&) {  // no such month: said below
        }
    }
    throw Error(Kind::usage, say("{} is not a month", text::quoted(text)),
                "write it as 2026-12 or 12/2026", "month");
}

Month Month::of(Date day) {
    return Month(day.year() * 12 + static_cast<std::int32_t>(day.month()) - 1);
}

Date Month::first() const {
    return Date::of(index_ / 12, static_cast<unsigned>(index_ % 12) + 1, 1);
}

Date Month::last() const {
    return plus(1).first().plus_days(-1);
}

std::string Month::text() const {
    return fmt::format("{:04}-{:02}", index_ / 12, index_ % 12 + 1);
}

}  // namespace dcadmin
