// SPDX-License-Identifier: Apache-2.0
// The rows about the log of changes.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command audit_checkpoint();
cli::Command audit_export();
cli::Command audit_list();
cli::Command audit_verify();

}  // namespace dcadmin::commands
