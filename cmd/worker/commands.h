// SPDX-License-Identifier: Apache-2.0
// The rows about workers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command worker_list();
cli::Command worker_show();
cli::Command worker_add();
cli::Command worker_update();
cli::Command worker_activate();
cli::Command worker_deactivate();
cli::Command worker_reset_password();

}  // namespace dcadmin::commands
