// SPDX-License-Identifier: Apache-2.0
// The row about the state of this installation.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command doctor();

}  // namespace dcadmin::commands
