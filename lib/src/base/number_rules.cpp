// SPDX-License-Identifier: Apache-2.0
#include "base/number_rules.h"

#include "base/digits.h"

#include <chrono>

namespace dcadmin::number_rules {

namespace {

// The digits of a text with what may stand between them left out.
struct Scan {
    std::uint64_t value = 0;
    unsigned digits = 0;
    std::size_t stranger = std::string_view::npos;  // position of what does not belong there
};

// As many digits as surely fit the value; a longer text is only counted.
constexpr unsigned most_digits = 18;

constexpr std::string_view company_separators = ". ";
constexpr std::string_view person_separators = ".- ";

Scan scan(std::string_view text, std::string_view separators, std::size_t from = 0) {
    Scan found;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            if (found.digits < most_digits) {
                found.value = found.value * 10 + static_cast<unsigned>(text[i] - '0');
            }
            ++found.digits;
        } else if (separators.find(text[i]) == std::string_view::npos) {
            found.stranger = i;
            break;
        }
    }
    return found;
}

Judgement judge_digits(const Scan& found, unsigned wanted) {
    if (found.stranger != std::string_view::npos) {
        return {.fault = Fault::character, .position = found.stranger};
    }
    if (found.digits == 0) return {.fault = Fault::empty};
    if (found.digits != wanted) return {.fault = Fault::length, .detail = found.digits};
    return {.value = found.value};
}

bool check_digits_fit(std::uint64_t base, std::uint64_t check) {
    return 97 - base % 97 == check;
}

// The check digits of both centuries differ for every number, so the century is never in doubt.
constexpr std::uint64_t born_from_2000 = 2'000'000'000;
static_assert(born_from_2000 % 97 != 0);

Judgement judge_company(const Judgement& digits, unsigned lowest, unsigned highest) {
    if (!digits.fits()) return digits;
    const auto first = static_cast<unsigned>(digits.value / 1'000'000'000);
    if (first < lowest || first > highest) return {.fault = Fault::prefix, .detail = first};
    if (!check_digits_fit(digits.value / 100, digits.value % 100)) {
        return {.fault = Fault::check_digits};
    }
    return digits;
}

// What may stand before the digits of an enterprise: "BE", as in its VAT number, and "(0)".
struct Front {
    std::size_t end = 0;
    bool enterprise_form = false;
    bool bracketed_zero = false;
};

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

Front read_front(std::string_view text) {
    Front front{.end = past_blanks(text, 0)};
    const std::string_view country = text.substr(front.end, 2);
    if (country == "BE" || country == "be" || country == "Be") {
        front.enterprise_form = true;
        front.end = past_blanks(text, front.end + 2);
    }
    if (text.substr(front.end).starts_with("(0)")) {
        front.enterprise_form = true;
        front.bracketed_zero = true;
        front.end += 3;
    }
    return front;
}

bool born_after(const National& number, Date today) {
    // Of an unknown day the first counts: only a birth that surely is to come is refused.
    const bool known = number.month != 0 && number.day >= 1 && number.day <= days_of_month(number);
    const std::chrono::year_month_day earliest{
        std::chrono::year{number.year}, std::chrono::month{number.month == 0 ? 1 : number.month},
        std::chrono::day{known ? number.day : 1}};
    return std::chrono::sys_days{earliest}.time_since_epoch().count() > today.days();
}

}  // namespace

National take_apart(std::uint64_t national_number) {
    const std::uint64_t base = national_number / 100;
    const std::uint64_t check = national_number % 100;
    const auto date = static_cast<unsigned>(base / 1000 % 1'000'000);
    const bool from_2000 = check_digits_fit(born_from_2000 + base, check);
    const unsigned month = date / 100 % 100;
    const unsigned shift = month >= 40 ? 40 : month >= 20 ? 20 : 0;
    const bool month_exists = month - shift <= 12;
    return {.year = static_cast<int>((from_2000 ? 2000 : 1900) + date / 10000),
            .month = month_exists ? month - shift : 0,
            .day = date % 100,
            .shift = shift,
            .sequence = static_cast<unsigned>(base % 1000),
            .month_exists = month_exists,
            .check_digits_fit = from_2000 || check_digits_fit(base, check)};
}

unsigned days_of_month(const National& number) {
    if (number.month == 0) return 31;
    const std::chrono::year_month_day_last last{
        std::chrono::year{number.year},
        std::chrono::month_day_last{std::chrono::month{number.month}}};
    return static_cast<unsigned>(last.day());
}

Judgement judge_national(std::string_view text, Date today) {
    const Judgement digits = judge_digits(scan(text, person_separators), 11);
    if (!digits.fits()) return digits;
    const National number = take_apart(digits.value);
    if (!number.check_digits_fit) return {.fault = Fault::check_digits};
    if (!number.month_exists) {
        return {.fault = Fault::month,
                .detail = static_cast<unsigned>(digits.value / 10'000'000 % 100)};
    }
    if (number.sequence == 0 || number.sequence == 999) {
        return {.fault = Fault::sequence, .detail = number.sequence};
    }
    if (born_after(number, today)) return {.fault = Fault::birth};
    return digits;
}

Judgement judge_enterprise(std::string_view text) {
    const Front front = read_front(text);
    Scan found = scan(text, company_separators, front.end);
    // In brackets or in the old nine-digit form the leading 0 is not among what was read.
    if (front.bracketed_zero || found.digits == 9) ++found.digits;
    return judge_company(judge_digits(found, 10), 0, 1);
}

Judgement judge_establishment(std::string_view text) {
    return judge_company(judge_digits(scan(text, company_separators), 10), 2, 8);
}

Judgement judge_affiliation(std::string_view text) {
    const Judgement digits = judge_digits(scan(text, ""), 12);
    if (digits.fits() && digits.value / 1'000'000'000 != 980) return {.fault = Fault::prefix};
    return digits;
}

Sort sort_of_site(std::string_view text) {
    const Scan found = scan(text, company_separators);
    if (found.stranger != std::string_view::npos) return Sort::site;
    if (found.digits == 10) return Sort::establishment;
    return found.digits == 12 ? Sort::affiliation : Sort::site;
}

Judgement judge_site(std::string_view text, Sort sort) {
    if (sort == Sort::establishment) return judge_establishment(text);
    if (sort == Sort::affiliation) return judge_affiliation(text);
    return judge_digits(scan(text, company_separators), 10);
}

Shape shape_of(std::string_view text) {
    const Front front = read_front(text);
    if (front.enterprise_form) {
        const Scan rest = scan(text, company_separators, front.end);
        if (rest.stranger == std::string_view::npos && rest.digits >= 8 && rest.digits <= 11) {
            return {.enterprise_form = true, .digits = rest.digits, .stranger = std::nullopt};
        }
    }
    const Scan found = scan(text, person_separators);
    Shape shape;
    shape.digits = found.digits;
    if (found.digits == 10) shape.first_digit = static_cast<unsigned>(found.value / 1'000'000'000);
    if (found.stranger != std::string_view::npos) shape.stranger = found.stranger;
    return shape;
}

bool communication_fits(std::uint64_t twelve_digits) {
    const std::uint64_t remainder = twelve_digits / 100 % 97;
    return twelve_digits % 100 == (remainder == 0 ? 97 : remainder);
}

}  // namespace dcadmin::number_rules
