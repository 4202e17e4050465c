// SPDX-License-Identifier: Apache-2.0
// The code of a right (gebruikersrecht), such as dienstencheques-erkende-onderneming: what scripts
// and files name a right by. Lower case, so that a code typed in capitals is the same code.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API RightCode {
   public:
    /// Letters, digits, '-', '_', '.', beginning with a letter or digit, at most 80; capitals are
    /// folded. Refused with usage otherwise, naming the character.
    static RightCode parse(std::string_view text);
    static RightCode from_stored(std::string text) { return RightCode(std::move(text)); }
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const RightCode&) const = default;

   private:
    explicit RightCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace dcadmin
