// SPDX-License-Identifier: Apache-2.0
// The rows about managers of domains and sites.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command manager_add();
cli::Command manager_list();
cli::Command manager_remove();

}  // namespace dcadmin::commands
