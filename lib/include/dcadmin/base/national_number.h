// SPDX-License-Identifier: Apache-2.0
// The number of a person: national register number (rijksregisternummer) or BIS number, together
// INSZ. Eleven digits YYMMDD SSS CC; the century follows from which of the two check sums fits.
// Rules: domain sheet access.md, section 5.1. Printing one masks it: the full text needs an
// explicit call, because a national number on a screen or in a log is a leak.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/export.h>

#include <fmt/format.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

enum class Sex { male, female };

class DCADMIN_API NationalNumber {
   public:
    /// Reads eleven digits, with or without dots, dash and spaces. Refused with usage, in words:
    /// length, foreign characters, check digits, a month that cannot be, sequence 000 or 999,
    /// a birth after `today`.
    static NationalNumber parse(std::string_view text, Date today);
    /// A number that was checked before it was stored.
    static constexpr NationalNumber from_stored(std::uint64_t value) {
        return NationalNumber(value);
    }

    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    [[nodiscard]] bool is_bis() const;
    /// Absent when month or day is unknown or cannot be relied on.
    [[nodiscard]] std::optional<Date> birth_date() const;
    /// Absent for a BIS number that was given without knowing it (month + 20).
    [[nodiscard]] std::optional<Sex> sex() const;
    /// Something odd that is not a reason to refuse, such as a day the month does not have.
    [[nodiscard]] std::optional<std::string> warning() const;

    /// "85.07.30-***.**"
    [[nodiscard]] std::string masked() const;
    /// "85.07.30-033.28": the whole number; only where the user asked to reveal it.
    [[nodiscard]] std::string revealed() const;
    /// "85073003328": the whole number without punctuation, for machines that asked to reveal it.
    [[nodiscard]] std::string revealed_digits() const;

    auto operator<=>(const NationalNumber&) const = default;

   private:
    explicit constexpr NationalNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

}  // namespace dcadmin

template <>
struct fmt::formatter<dcadmin::NationalNumber> : fmt::formatter<std::string> {
    auto format(dcadmin::NationalNumber number, format_context& context) const {
        return fmt::formatter<std::string>::format(number.masked(), context);
    }
};
