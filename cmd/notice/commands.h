// SPDX-License-Identifier: Apache-2.0
// The rows about notices.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command notice_customers();
cli::Command notice_list();
cli::Command notice_resend();
cli::Command notice_send();
cli::Command notice_show();

}  // namespace dcadmin::commands
