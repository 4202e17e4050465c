// SPDX-License-Identifier: Apache-2.0
// The number under which a region accredits a company (erkenningsnummer): the letter of the region,
// V for Flanders, W for Wallonia, B for Brussels, and four to six digits. How many digits there are
// no source says (secure_zone.md, section 12, 10).
#pragma once

#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin {

class DCADMIN_API AccreditationNumber {
   public:
    /// Reads "V12345", also "v 12345" and "V-12.345". Refused with usage otherwise.
    static AccreditationNumber parse(std::string_view text);
    static AccreditationNumber from_stored(std::string text) {
        return AccreditationNumber(std::move(text));
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Region region() const;
    auto operator<=>(const AccreditationNumber&) const = default;

   private:
    explicit AccreditationNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace dcadmin
