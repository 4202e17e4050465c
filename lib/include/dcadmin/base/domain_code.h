// SPDX-License-Identifier: Apache-2.0
// The code of a domain (domein), a group of applications that access is administered for, such as
// sociale-zekerheid. Lower case, so that a code typed in capitals is the same code. The word "all"
// (alle, tous) stands for every domain there is or will be; no domain is called so.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin {

class DCADMIN_API DomainCode {
   public:
    /// Letters, digits and '-', beginning with a letter, at most 60; capitals are folded. Refused
    /// with usage otherwise, naming the character.
    static DomainCode parse(std::string_view text);
    static DomainCode from_stored(std::string text) { return DomainCode(std::move(text)); }
    static DomainCode all() { return DomainCode("all"); }
    [[nodiscard]] bool is_all() const { return text_ == "all"; }
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const DomainCode&) const = default;

   private:
    explicit DomainCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace dcadmin
