// SPDX-License-Identifier: Apache-2.0
// The rows about issuances.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command issuance_create();
cli::Command issuance_submit();
cli::Command issuance_cancel();
cli::Command issuance_receive();
cli::Command issuance_list();
cli::Command issuance_show();
cli::Command issuance_expired();
cli::Command issuance_auto_set();
cli::Command issuance_auto_show();
cli::Command issuance_auto_off();
cli::Command issuance_run();
cli::Command issuance_status();

}  // namespace dcadmin::commands
