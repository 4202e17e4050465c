// SPDX-License-Identifier: Apache-2.0
// The rules of the field's numbers, each once: parse() throws what they find, check_number()
// reports it. They judge without throwing and allocate nothing; only the words for a fault do.
// Rules: domain sheet access.md, section 5.
#pragma once

#include <dcadmin/base/date.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::number_rules {

/// What a number is the number of.
enum class Sort : std::uint8_t { national, enterprise, establishment, affiliation, site, any };

enum class Fault : std::uint8_t {
    none,
    empty,
    character,  // `position` tells which
    length,     // `detail` digits
    prefix,     // `detail` is the first digit
    month,      // `detail` is the month
    sequence,   // `detail` is the sequence number
    birth,      // lies after today
    check_digits,
};

struct Judgement {
    Fault fault = Fault::none;
    unsigned detail = 0;
    std::size_t position = 0;
    std::uint64_t value = 0;  // the number, when there is no fault

    [[nodiscard]] bool fits() const { return fault == Fault::none; }
};

[[nodiscard]] Judgement judge_national(std::string_view text, Date today);
[[nodiscard]] Judgement judge_enterprise(std::string_view text);
[[nodiscard]] Judgement judge_establishment(std::string_view text);
[[nodiscard]] Judgement judge_affiliation(std::string_view text);
/// The establishment or affiliation that ten or twelve digits are, else site: no such number.
[[nodiscard]] Sort sort_of_site(std::string_view text);
[[nodiscard]] Judgement judge_site(std::string_view text, Sort sort);

/// What a text looks like before any rule has judged it.
struct Shape {
    bool enterprise_form = false;  // "BE" or "(0)" in front of ten digits or nearly so
    unsigned digits = 0;
    unsigned first_digit = 0;             // of ten digits
    std::optional<std::size_t> stranger;  // position of the first character that no number has
};
[[nodiscard]] Shape shape_of(std::string_view text);

/// A national or BIS number taken apart. Of a number that was never judged it says nothing useful,
/// but reading it is safe.
struct National {
    int year;
    unsigned month;  // 0: unknown, or no month at all
    unsigned day;
    unsigned shift;  // what was added to the month: 0, or 20 or 40 for a BIS number
    unsigned sequence;
    bool month_exists;
    bool check_digits_fit;
};
[[nodiscard]] National take_apart(std::uint64_t national_number);
/// How many days the month has that the number names; 31 when it names none.
[[nodiscard]] unsigned days_of_month(const National& number);

/// The rule of structured communications: of twelve digits the last two are the first ten modulo
/// 97, or 97 for 0.
[[nodiscard]] bool communication_fits(std::uint64_t twelve_digits);

/// What is wrong, to follow a colon: "its check digits are wrong".
[[nodiscard]] std::string reason(Sort sort, const Judgement& judgement, std::string_view text);
/// Throws what is wrong, as usage. A text that may be a national number is quoted masked.
[[noreturn]] void refuse(Sort sort, const Judgement& judgement, std::string_view text);

}  // namespace dcadmin::number_rules
