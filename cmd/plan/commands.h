// SPDX-License-Identifier: Apache-2.0
// The rows about plans.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command plan_show();
cli::Command plan_check();
cli::Command plan_invert();

}  // namespace dcadmin::commands
