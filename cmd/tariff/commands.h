// SPDX-License-Identifier: Apache-2.0
// The rows about tariffs.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command tariff_list();
cli::Command tariff_import();

}  // namespace dcadmin::commands
