// SPDX-License-Identifier: Apache-2.0
// The rows about pickups.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command pickup_request();
cli::Command pickup_list();
cli::Command pickup_cancel();

}  // namespace dcadmin::commands
