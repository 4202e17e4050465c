// SPDX-License-Identifier: Apache-2.0
// The row that applies a plan.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command apply();

}  // namespace dcadmin::commands
