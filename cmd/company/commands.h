// SPDX-License-Identifier: Apache-2.0
// The rows about accredited companies.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command company_show();
cli::Command company_update();

}  // namespace dcadmin::commands
