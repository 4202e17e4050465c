// SPDX-License-Identifier: Apache-2.0
// The rows about services.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command service_list();
cli::Command service_show();
cli::Command service_history();
cli::Command service_validate();
cli::Command service_update();
cli::Command service_cancel();
cli::Command service_comment();
cli::Command service_confirm();
cli::Command service_dispute();
cli::Command service_advance();
cli::Command service_register();
cli::Command service_import();

}  // namespace dcadmin::commands
