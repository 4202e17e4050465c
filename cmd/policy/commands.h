// SPDX-License-Identifier: Apache-2.0
// The rows about policies.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command policy_get();
cli::Command policy_set();
cli::Command policy_list();

}  // namespace dcadmin::commands
