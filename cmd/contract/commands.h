// SPDX-License-Identifier: Apache-2.0
// The rows about contracts of workers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command contract_add();
cli::Command contract_list();
cli::Command contract_end();

}  // namespace dcadmin::commands
