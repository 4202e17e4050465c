// SPDX-License-Identifier: Apache-2.0
// What user names, passwords, codes and names of accounts look like. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace dcadmin::sign_in {

/// In small letters; usage, about `user`, for another shape.
[[nodiscard]] std::string user_name(std::string_view text);
/// usage, about `password`: shorter than 12 characters or longer than 128, with control
/// characters, or with the user name in it.
void require_good_password(std::string_view password, std::string_view user);
/// As a person types it: without blanks. Nothing is refused here.
[[nodiscard]] std::string typed_code(std::string_view text);
/// usage, about `name`, for another shape.
[[nodiscard]] std::string account_name(std::string_view text);
/// Cleaned; usage, about `reason`, when there is none.
[[nodiscard]] std::string required_reason(std::string_view reason, std::string_view missing);

}  // namespace dcadmin::sign_in
