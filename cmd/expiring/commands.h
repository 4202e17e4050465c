// SPDX-License-Identifier: Apache-2.0
// The row about what ends soon.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command expiring();

}  // namespace dcadmin::commands
