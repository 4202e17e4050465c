// SPDX-License-Identifier: Apache-2.0
// The row about help.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command help();

}  // namespace dcadmin::commands
