// SPDX-License-Identifier: Apache-2.0
// A month of the civil calendar: the period of a slip, of an invoice, of most automatic issuances.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API Month {
   public:
    /// Reads 2026-12, 12/2026 or 12.2026. Refused with usage otherwise.
    static Month parse(std::string_view text);
    /// The month in which that day lies.
    static Month of(Date day);

    [[nodiscard]] Date first() const;
    [[nodiscard]] Date last() const;
    [[nodiscard]] DateRange days() const { return DateRange::of(first(), last()); }
    [[nodiscard]] constexpr Month plus(std::int32_t months) const { return Month(index_ + months); }
    /// "2026-12"
    [[nodiscard]] std::string text() const;
    auto operator<=>(const Month&) const = default;

   private:
    explicit constexpr Month(std::int32_t index) : index_(index) {}
    std::int32_t index_;  // months since the year 0
};

}  // namespace dcadmin
