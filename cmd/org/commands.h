// SPDX-License-Identifier: Apache-2.0
// The rows about organisations.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command org_add();
cli::Command org_list();
cli::Command org_show();
cli::Command org_use();

}  // namespace dcadmin::commands
