// SPDX-License-Identifier: Apache-2.0
// The rows about the calendar.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command calendar_holidays();
cli::Command calendar_close();
cli::Command calendar_open();
cli::Command calendar_deadline();

}  // namespace dcadmin::commands
