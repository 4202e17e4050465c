// SPDX-License-Identifier: Apache-2.0
// The rows about sites.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command site_add();
cli::Command site_list();
cli::Command site_show();

}  // namespace dcadmin::commands
