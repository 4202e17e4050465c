// SPDX-License-Identifier: Apache-2.0
// The small texts of OpenID Connect: forms, PKCE, random words. Pure functions but for the
// randomness.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::sign_in {

using Form = std::vector<std::pair<std::string, std::string>>;

/// application/x-www-form-urlencoded.
[[nodiscard]] std::string form_text(const Form& form);
[[nodiscard]] std::string form_encoded(std::string_view text);
/// The value of a member of a query; empty when it is not there, twice, or badly written.
[[nodiscard]] std::string query_value(std::string_view query, std::string_view name);
/// 256 random bits in base64url.
[[nodiscard]] std::string random_word();
/// RFC 7636, S256.
[[nodiscard]] std::string challenge_of(std::string_view verifier);
/// RFC 7617, of a client and its secret (encoded first: RFC 6749 section 2.3.1).
[[nodiscard]] std::string basic_credentials(std::string_view client, std::string_view secret);

}  // namespace dcadmin::sign_in
