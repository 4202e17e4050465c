// SPDX-License-Identifier: Apache-2.0
// The rows about working relations.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command relation_add();
cli::Command relation_end();
cli::Command relation_extend();
cli::Command relation_list();
cli::Command relation_request();
cli::Command relation_show();
cli::Command relation_update();

}  // namespace dcadmin::commands
