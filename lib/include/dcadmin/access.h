// SPDX-License-Identifier: Apache-2.0
// Whether a store may be worked on without signing in. The operations ask for themselves; a program
// asks here before it does anything else, so that nobody learns from it what a session would show.
#pragma once

#include <dcadmin/export.h>

#include <string_view>
#include <vector>

namespace dcadmin {

struct Env;

/// Throws sign_in when the store wants a session (policy sign_in) and who acts has no valid one. A
/// store without an operator who can sign in is still being set up: the local operator may work.
DCADMIN_API void require_sign_in(const Env& env);

/// The operations of the privilege matrix that a service account can be given, in its order.
[[nodiscard]] DCADMIN_API std::vector<std::string_view> account_operations();

}  // namespace dcadmin
