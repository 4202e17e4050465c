// SPDX-License-Identifier: Apache-2.0
// The rows about subsidiaries.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command subsidiary_list();
cli::Command subsidiary_deactivate();

}  // namespace dcadmin::commands
