// SPDX-License-Identifier: Apache-2.0
// The rows about registers outside.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command register_consultations();
cli::Command register_import();
cli::Command register_search();
cli::Command register_show();
cli::Command register_status();

}  // namespace dcadmin::commands
