// SPDX-License-Identifier: Apache-2.0
// How a person or company is reached and paid: e-mail address, telephone number, bank account.
// Each is stored in one spelling, so that the same address typed twice is the same address.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API EmailAddress {
   public:
    /// One address of the form local@domain.tld, at most 254 bytes; the domain is folded to lower
    /// case. Refused with usage, saying what is missing; also refused: control characters, spaces.
    static EmailAddress parse(std::string_view text);
    static EmailAddress from_stored(std::string text) { return EmailAddress(std::move(text)); }
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const EmailAddress&) const = default;

   private:
    explicit EmailAddress(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

class DCADMIN_API PhoneNumber {
   public:
    /// Reads +3212345678, 0032…, 012 34 56 78, 0470/12.34.56; kept as E.164. Belgian numbers have
    /// eight digits after the country code, mobile ones (4…) nine. Refused with usage otherwise.
    static PhoneNumber parse(std::string_view text);
    static PhoneNumber from_stored(std::string text) { return PhoneNumber(std::move(text)); }
    /// "+3212345678"
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const PhoneNumber&) const = default;

   private:
    explicit PhoneNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

class DCADMIN_API Iban {
   public:
    /// ISO 13616 check digits, and for BE the national ones too. Refused with usage, in words.
    static Iban parse(std::string_view text);
    static Iban from_stored(std::string text) { return Iban(std::move(text)); }
    /// "BE32123456789002"
    [[nodiscard]] const std::string& text() const { return text_; }
    /// "BE32 1234 5678 9002"
    [[nodiscard]] std::string formatted() const;
    auto operator<=>(const Iban&) const = default;

   private:
    explicit Iban(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace dcadmin
