// SPDX-License-Identifier: Apache-2.0
// The rows about terms.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command term_list();
cli::Command term_import();

}  // namespace dcadmin::commands
