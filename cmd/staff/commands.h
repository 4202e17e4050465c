// SPDX-License-Identifier: Apache-2.0
// The noun staff.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

[[nodiscard]] cli::Command staff_add();
[[nodiscard]] cli::Command staff_remove();
[[nodiscard]] cli::Command staff_list();

}  // namespace dcadmin::commands
