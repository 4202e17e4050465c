// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/money.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "base/digits.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace dcadmin {

namespace {

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
    throw Error(Kind::usage, say("{} is not an amount: {}", text::quoted(text), why),
                "write euro and cents as in 27.52 or 27,52, without thousands separators");
}

/// The cents of what stands behind the point; -1 when that is not one or two digits.
int read_cents(std::string_view decimals) {
    if (decimals.size() == 1) {
        const int tenths = read_digits(decimals, 0, 1);
        return tenths < 0 ? -1 : tenths * 10;
    }
    return decimals.size() == 2 ? read_digits(decimals, 0, 2) : -1;
}

}  // namespace

Money Money::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view amount = text.substr(negative ? 1 : 0);
    const std::size_t point = amount.find_first_of(".,");
    const std::string_view whole = amount.substr(0, point);
    std::uint64_t euro = 0;
    const char* const end = whole.data() + whole.size();
    const auto [rest, error] = std::from_chars(whole.data(), end, euro);
    if (whole.empty() || error == std::errc::invalid_argument || rest != end) {
        refuse(text, "it is not a whole number or one with decimals");
    }
    int cents = 0;
    if (point != std::string_view::npos) {
        cents = read_cents(amount.substr(point + 1));
        if (cents < 0) refuse(text, "behind the point or comma belong one or two decimals");
    }
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max() / 100 - 1;
    if (error == std::errc::result_out_of_range || euro > most) refuse(text, "it is too large");
    const auto total = static_cast<std::int64_t>(euro) * 100 + cents;
    return Money(negative ? -total : total);
}

std::string Money::decimal() const {
    const bool negative = cents_ < 0;
    const auto bits = static_cast<std::uint64_t>(cents_);
    const std::uint64_t size = negative ? ~bits + 1 : bits;
    return fmt::format("{}{}.{:02}", negative ? "-" : "", size / 100, size % 100);
}

}  // namespace dcadmin
