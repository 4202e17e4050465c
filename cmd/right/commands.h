// SPDX-License-Identifier: Apache-2.0
// The rows about rights.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command right_add();
cli::Command right_list();
cli::Command right_request();
cli::Command right_search();
cli::Command right_show();
cli::Command right_update();

}  // namespace dcadmin::commands
