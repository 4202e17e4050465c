// SPDX-License-Identifier: Apache-2.0
// The first half of the keys that begin with a user name and a password.
#pragma once

#include "sign_in/credentials.h"

namespace dcadmin::sign_in {

/// The password key, found right. Throws not_right() for everything else.
[[nodiscard]] Credential password_of(const Env& env, const UserPassword& given);
/// The person's other key, once his password was right. Throws not_right() when there is none, rule
/// when it may not be used today.
[[nodiscard]] Credential second_key(const Env& env, std::string_view kind, std::int64_t person);

}  // namespace dcadmin::sign_in
