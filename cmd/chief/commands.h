// SPDX-License-Identifier: Apache-2.0
// The rows about the chief access administrator.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command chief_approve();
cli::Command chief_designate();
cli::Command chief_end();
cli::Command chief_history();
cli::Command chief_refuse();
cli::Command chief_request();
cli::Command chief_requests();
cli::Command chief_show();

}  // namespace dcadmin::commands
