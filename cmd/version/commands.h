// SPDX-License-Identifier: Apache-2.0
// The row about the version.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command version();

}  // namespace dcadmin::commands
