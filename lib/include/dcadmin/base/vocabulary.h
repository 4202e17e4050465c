// SPDX-License-Identifier: Apache-2.0
// The closed word lists of user management, as the sheet access.md (section 3) has them: target
// groups (doelgroepen), categories of working relations, kinds of context. Which durations and
// fields go with them is data in the store; the words themselves are the contract of files and
// scripts, so they are types.
#pragma once

#include <dcadmin/base/site_number.h>
#include <dcadmin/export.h>

#include <array>
#include <string>
#include <string_view>
#include <variant>

namespace dcadmin {

enum class Audience { gid, ea, lb, ov };
inline constexpr std::array<Audience, 4> all_audiences{Audience::gid, Audience::ea, Audience::lb,
                                                       Audience::ov};
/// "GID", "EA", "LB", "OV".
[[nodiscard]] DCADMIN_API std::string_view name_of(Audience audience);
/// Any case; "VO" is GID. Refused with usage otherwise.
[[nodiscard]] DCADMIN_API Audience parse_audience(std::string_view text);

enum class Category { civil_servant, permanent, external, occasional };
inline constexpr std::array<Category, 4> all_categories{
    Category::civil_servant, Category::permanent, Category::external, Category::occasional};
/// "ambtenaar", "vaste medewerker", "externe medewerker", "occasionele medewerker".
[[nodiscard]] DCADMIN_API std::string_view name_of(Category category);
/// Any case; the first word is enough ("vaste"). Refused with usage otherwise.
[[nodiscard]] DCADMIN_API Category parse_category(std::string_view text);

/// What a right is refined by (contextwaarden).
enum class ContextKind { none, site, role };
[[nodiscard]] DCADMIN_API std::string_view name_of(ContextKind kind);
[[nodiscard]] DCADMIN_API ContextKind parse_context_kind(std::string_view text);

enum class Language { nl, fr, de, en };
[[nodiscard]] DCADMIN_API std::string_view name_of(Language language);
[[nodiscard]] DCADMIN_API Language parse_language(std::string_view text);

/// A role that a right of context kind `role` can be limited to.
class DCADMIN_API RoleCode {
   public:
    /// As RightCode::parse; also refused: a code that begins with a digit (that is a site).
    static RoleCode parse(std::string_view text);
    static RoleCode from_stored(std::string text) { return RoleCode(std::move(text)); }
    [[nodiscard]] const std::string& text() const { return text_; }
    auto operator<=>(const RoleCode&) const = default;

   private:
    explicit RoleCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// One context value of a request: a site, or a role.
using ContextValue = std::variant<SiteNumber, RoleCode>;
/// What begins with a digit is a site number, the rest a role. Refused as these refuse.
[[nodiscard]] DCADMIN_API ContextValue parse_context(std::string_view text);
/// "980000611888", "2147812701" or "invoerder".
[[nodiscard]] DCADMIN_API std::string text_of(const ContextValue& context);

}  // namespace dcadmin
