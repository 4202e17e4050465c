// SPDX-License-Identifier: Apache-2.0
// The rows about services.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command service_list();
cli::Command service_show();
cli::Command service_history();

}  // namespace dcadmin::commands
