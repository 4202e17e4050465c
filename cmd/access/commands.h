// SPDX-License-Identifier: Apache-2.0
// The row about access.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command access_check();

}  // namespace dcadmin::commands
