// SPDX-License-Identifier: Apache-2.0
// Cells that many views need: texts that may be missing, and values of the library that are written
// as text.
#pragma once

#include "output/view.h"

#include <dcadmin/base/contact.h>
#include <dcadmin/base/vocabulary.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::views {

/// Absent when empty.
[[nodiscard]] inline output::Value cell(const std::string& text) {
    if (text.empty()) return std::monostate{};
    return std::string_view(text);
}
[[nodiscard]] inline output::Value cell(const std::optional<EmailAddress>& email) {
    if (!email) return std::monostate{};
    return std::string_view(email->text());
}
[[nodiscard]] inline output::Value cell(const std::optional<PhoneNumber>& phone) {
    if (!phone) return std::monostate{};
    return std::string_view(phone->text());
}
[[nodiscard]] inline output::Value cell(const std::optional<ContextValue>& context) {
    if (!context) return std::monostate{};
    if (const auto* site = std::get_if<SiteNumber>(&*context)) return *site;
    return std::string_view(std::get<RoleCode>(*context).text());
}
template <class All>
[[nodiscard]] output::Value names(const All& all) {
    std::vector<std::string> texts;
    texts.reserve(std::size(all));
    for (const auto& one : all) texts.emplace_back(name_of(one));
    return texts;
}

}  // namespace dcadmin::views
