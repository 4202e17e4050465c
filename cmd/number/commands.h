// SPDX-License-Identifier: Apache-2.0
// The rows about numbers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command number_check();

}  // namespace dcadmin::commands
