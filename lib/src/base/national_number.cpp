// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/say.h>

#include "base/digits.h"
#include "base/number_rules.h"

namespace dcadmin {

NationalNumber NationalNumber::parse(std::string_view text, Date today) {
    const auto judgement = number_rules::judge_national(text, today);
    if (!judgement.fits()) number_rules::refuse(number_rules::Sort::national, judgement, text);
    return NationalNumber(judgement.value);
}

bool NationalNumber::is_bis() const {
    return number_rules::take_apart(value_).shift != 0;
}

std::optional<Date> NationalNumber::birth_date() const {
    const auto number = number_rules::take_apart(value_);
    if (number.month == 0 || number.day == 0 || number.day > number_rules::days_of_month(number)) {
        return std::nullopt;
    }
    return Date::of(number.year, number.month, number.day);
}

std::optional<Sex> NationalNumber::sex() const {
    const auto number = number_rules::take_apart(value_);
    if (number.shift == 20) return std::nullopt;
    return number.sequence % 2 == 0 ? Sex::female : Sex::male;
}

std::optional<std::string> NationalNumber::warning() const {
    const auto number = number_rules::take_apart(value_);
    const unsigned days = number_rules::days_of_month(number);
    if (number.month == 0 || number.day <= days) return std::nullopt;
    return say("its day is {}, but that month has {}: it tells no birth date", number.day, days);
}

std::string NationalNumber::masked() const {
    std::string text = revealed();
    return text.replace(9, 6, "***.**");
}

std::string NationalNumber::revealed() const {
    std::string text = "00.00.00-000.00";
    char* const out = text.data();
    write_digits(out, value_ / 1'000'000'000, 2);
    write_digits(out + 3, value_ / 10'000'000, 2);
    write_digits(out + 6, value_ / 100'000, 2);
    write_digits(out + 9, value_ / 100, 3);
    write_digits(out + 13, value_, 2);
    return text;
}

std::string NationalNumber::revealed_digits() const {
    std::string text(11, '0');
    write_digits(text.data(), value_, 11);
    return text;
}

}  // namespace dcadmin
