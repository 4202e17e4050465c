// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/customer_number.h>

#include "base/digits.h"
#include "base/number_rules.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

namespace dcadmin {

namespace {

constexpr std::size_t width = 12;

}  // namespace

CustomerNumber CustomerNumber::parse(std::string_view text) {
    std::uint64_t value = 0;
    std::size_t digits = 0;
    bool clean = true;
    for (const char c : text::trimmed(text)) {
        if (c >= '0' && c <= '9') {
            if (++digits <= width) value = value * 10 + static_cast<std::uint64_t>(c - '0');
        } else if (c != '+' && c != '/' && c != '*' && c != ' ' && c != '.' && c != '-') {
            clean = false;
        }
    }
    if (clean && digits == width) return CustomerNumber(value);
    throw Error(Kind::usage, say("{} is not the number of a customer", text::quoted(text)),
                "twelve digits, as the issuer gives them: 123456789012", "customer");
}

std::optional<std::string> CustomerNumber::warning() const {
    if (number_rules::communication_fits(value_)) return std::nullopt;
    return say("its check digits are not those of a structured communication");
}

std::string CustomerNumber::digits() const {
    std::string text(width, '0');
    write_digits(text.data(), value_, width);
    return text;
}

}  // namespace dcadmin
