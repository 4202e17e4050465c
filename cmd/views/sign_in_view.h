// SPDX-License-Identifier: Apache-2.0
// Keys, kinds of keys, sessions and service accounts: what is shown of them, which is no secret.
#pragma once

#include "output/view.h"

#include <dcadmin/accounts.h>
#include <dcadmin/sign_in.h>

namespace dcadmin::views {

[[nodiscard]] output::View<KeyKind> key_kind_view();
[[nodiscard]] output::View<Key> key_view();
[[nodiscard]] output::View<Session> session_view();
[[nodiscard]] output::View<Account> account_view();

}  // namespace dcadmin::views
