// SPDX-License-Identifier: Apache-2.0
// The rows about pickups.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command pickup_request();
cli::Command pickup_list();
cli::Command pickup_cancel();
cli::Command pickup_postpone();
cli::Command pickup_recur_set();
cli::Command pickup_recur_show();
cli::Command pickup_recur_off();
cli::Command pickup_recur_run();
cli::Command pickup_skip();
cli::Command pickup_invoice();
cli::Command pickup_tips();

}  // namespace dcadmin::commands
