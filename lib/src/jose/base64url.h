// SPDX-License-Identifier: Apache-2.0
// Base64url as RFC 7515 wants it: no padding, no other characters, and one text for one value, so
// that no signed text has a second spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::jose {

[[nodiscard]] std::string base64url(std::string_view bytes);
/// None for a character outside the alphabet ('=' is), an impossible length, or spare bits that
/// are set.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace dcadmin::jose
