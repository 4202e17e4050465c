// SPDX-License-Identifier: Apache-2.0
// The rows about grants.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command grant_add();
cli::Command grant_explain();
cli::Command grant_export();
cli::Command grant_extend();
cli::Command grant_list();
cli::Command grant_orphans();
cli::Command grant_revoke();
cli::Command grant_show();

}  // namespace dcadmin::commands
