// SPDX-License-Identifier: Apache-2.0
// The rows about profiles.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command profile_add();
cli::Command profile_list();
cli::Command profile_remove();
cli::Command profile_use();

}  // namespace dcadmin::commands
