// SPDX-License-Identifier: Apache-2.0
// The rows about domains.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command domain_add();
cli::Command domain_list();
cli::Command domain_show();

}  // namespace dcadmin::commands
