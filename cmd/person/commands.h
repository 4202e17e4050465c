// SPDX-License-Identifier: Apache-2.0
// The rows about persons.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command person_add();
cli::Command person_compare();
cli::Command person_erase();
cli::Command person_find();
cli::Command person_leave();
cli::Command person_list();
cli::Command person_show();
cli::Command person_update();

}  // namespace dcadmin::commands
