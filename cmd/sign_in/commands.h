// SPDX-License-Identifier: Apache-2.0
// Sign-in: the nouns auth, key and account.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

[[nodiscard]] cli::Command auth_login();
[[nodiscard]] cli::Command auth_status();
[[nodiscard]] cli::Command auth_switch();
[[nodiscard]] cli::Command auth_logout();
[[nodiscard]] cli::Command auth_token();
[[nodiscard]] cli::Command key_list();
[[nodiscard]] cli::Command key_kinds();
[[nodiscard]] cli::Command key_activate();
[[nodiscard]] cli::Command key_import();
[[nodiscard]] cli::Command key_check();
[[nodiscard]] cli::Command key_retire();
[[nodiscard]] cli::Command account_add();
[[nodiscard]] cli::Command account_list();
[[nodiscard]] cli::Command account_rotate();
[[nodiscard]] cli::Command account_retire();

}  // namespace dcadmin::commands
