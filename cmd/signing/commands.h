// SPDX-License-Identifier: Apache-2.0
// The rows about keys that sign assertions.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command signing_create();
cli::Command signing_rotate();
cli::Command signing_list();
cli::Command signing_export();

}  // namespace dcadmin::commands
