// SPDX-License-Identifier: Apache-2.0
// The rows about contact persons.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command contact_list();
cli::Command contact_add();
cli::Command contact_update();
cli::Command contact_remove();

}  // namespace dcadmin::commands
