// SPDX-License-Identifier: Apache-2.0
// The number of a site: an establishment unit of the KBO/BCE (vestigingseenheid, ten digits, the
// first 2 to 8, check digits enforced) or an affiliation number of the secure zone (twelve digits;
// its check digits only warn, since the deck's own values fail them). Both name a place that a
// right can be limited to, and wherever one is asked the other serves too. Rules: domain sheet
// access.md, sections 5.3 and 5.4.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API EstablishmentNumber {
   public:
    /// Refused with usage, in words: length, foreign characters, first digit, check digits.
    static EstablishmentNumber parse(std::string_view text);
    static constexpr EstablishmentNumber from_stored(std::uint64_t value) {
        return EstablishmentNumber(value);
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    /// "2147812701"
    [[nodiscard]] std::string digits() const;
    /// "2.147.812.701"
    [[nodiscard]] std::string formatted() const;
    auto operator<=>(const EstablishmentNumber&) const = default;

   private:
    explicit constexpr EstablishmentNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

class DCADMIN_API AffiliationNumber {
   public:
    /// Refused with usage, in words: length, foreign characters, not beginning with 980.
    static AffiliationNumber parse(std::string_view text);
    static constexpr AffiliationNumber from_stored(std::uint64_t value) {
        return AffiliationNumber(value);
    }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    /// Says that the check digits do not fit, when they do not.
    [[nodiscard]] std::optional<std::string> warning() const;
    /// "980000611888"
    [[nodiscard]] std::string digits() const;
    auto operator<=>(const AffiliationNumber&) const = default;

   private:
    explicit constexpr AffiliationNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

class DCADMIN_API SiteNumber {
   public:
    /// Ten digits are an establishment, twelve an affiliation number; refused as these refuse.
    static SiteNumber parse(std::string_view text);
    static constexpr SiteNumber from_stored(std::uint64_t value) { return SiteNumber(value); }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    [[nodiscard]] constexpr bool is_affiliation() const { return value_ >= 10'000'000'000ULL; }
    /// Ten or twelve digits without punctuation.
    [[nodiscard]] std::string digits() const;
    /// "2.147.812.701" or "980000611888".
    [[nodiscard]] std::string formatted() const;
    auto operator<=>(const SiteNumber&) const = default;

   private:
    explicit constexpr SiteNumber(std::uint64_t value) : value_(value) {}
    std::uint64_t value_;
};

}  // namespace dcadmin
