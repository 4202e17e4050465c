// SPDX-License-Identifier: Apache-2.0
// The row about the state of an organisation.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command report();

}  // namespace dcadmin::commands
