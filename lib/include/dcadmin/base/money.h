// SPDX-License-Identifier: Apache-2.0
// An amount in euro, kept as whole cents: no amount of this field is ever a floating-point number.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API Money {
   public:
    static constexpr Money from_cents(std::int64_t cents) { return Money(cents); }
    /// Reads "27.52", "27,52", "27", "-3.10". Refused with usage: anything else, more than two
    /// decimals, an amount that does not fit.
    static Money parse(std::string_view text);
    [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }
    /// "27.52"
    [[nodiscard]] std::string decimal() const;
    [[nodiscard]] constexpr Money operator+(Money other) const {
        return Money(cents_ + other.cents_);
    }
    [[nodiscard]] constexpr Money operator-(Money other) const {
        return Money(cents_ - other.cents_);
    }
    auto operator<=>(const Money&) const = default;

   private:
    explicit constexpr Money(std::int64_t cents) : cents_(cents) {}
    std::int64_t cents_;
};

}  // namespace dcadmin
