// SPDX-License-Identifier: Apache-2.0
// The number of an enterprise in the KBO/BCE (ondernemingsnummer): ten digits, the first 0 or 1,
// the last two 97 minus the first eight modulo 97. Rules: domain sheet access.md, section 5.2.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API EnterpriseNumber {
   public:
    /// Accepts dots, spaces, a leading "BE" and the old nine-digit form. Refused with usage, in
    /// words: length, foreign characters, first digit, check digits.
    static EnterpriseNumber parse(std::string_view text);
    /// A number that was checked before it was stored.
    static constexpr EnterpriseNumber from_stored(std::uint64_t value) {
        return EnterpriseNumber(value);
    }

    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    /// "0566988259"
    [[nodiscard]] std::string digits() const;
    /// "0566.988.259"
    [[nodiscard]] std::string formatted() const;

    auto operator<=>(const EnterpriseNumber&) const = default;

   private:
    explicit constexpr EnterpriseNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

}  // namespace dcadmin
