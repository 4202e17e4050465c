// SPDX-License-Identifier: Apache-2.0
// The rows about applications, and the assertion for one.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command app_add();
cli::Command app_list();
cli::Command app_show();
cli::Command auth_assert();

}  // namespace dcadmin::commands
