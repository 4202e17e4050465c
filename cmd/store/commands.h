// SPDX-License-Identifier: Apache-2.0
// The rows about the database.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command store_backup();
cli::Command store_check();
cli::Command store_compact();
cli::Command store_reopen();
cli::Command store_copy();
cli::Command store_init();
cli::Command store_migrate();
cli::Command store_status();

}  // namespace dcadmin::commands
