// SPDX-License-Identifier: Apache-2.0
// The row about shell completion.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command completion();

}  // namespace dcadmin::commands
