// SPDX-License-Identifier: Apache-2.0
// The number by which the issuer knows a customer (gebruikersnummer): twelve digits, which serve as
// structured communication of a transfer too. Check digits that do not fit are a warning, never a
// refusal (secure_zone.md, section 4).
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API CustomerNumber {
   public:
    /// Reads "123456789012", also as a structured communication, "+++123/4567/89012+++". Refused
    /// with usage otherwise.
    static CustomerNumber parse(std::string_view text);
    static constexpr CustomerNumber from_stored(std::uint64_t value) {
        return CustomerNumber(value);
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    /// Says that the check digits do not fit, when they do not.
    [[nodiscard]] std::optional<std::string> warning() const;
    /// "123456789012"
    [[nodiscard]] std::string digits() const;
    auto operator<=>(const CustomerNumber&) const = default;

   private:
    explicit constexpr CustomerNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

}  // namespace dcadmin
