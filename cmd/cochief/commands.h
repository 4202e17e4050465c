// SPDX-License-Identifier: Apache-2.0
// The rows about co-chiefs.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command cochief_add();
cli::Command cochief_list();
cli::Command cochief_remove();

}  // namespace dcadmin::commands
