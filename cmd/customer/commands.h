// SPDX-License-Identifier: Apache-2.0
// The rows about customers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command customer_list();
cli::Command customer_show();
cli::Command customer_add();
cli::Command customer_import();
cli::Command customer_update();
cli::Command customer_activate();
cli::Command customer_deactivate();
cli::Command customer_erase();

}  // namespace dcadmin::commands
