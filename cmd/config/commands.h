// SPDX-License-Identifier: Apache-2.0
// The rows about settings.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command config_get();
cli::Command config_list();
cli::Command config_path();
cli::Command config_set();

}  // namespace dcadmin::commands
