// SPDX-License-Identifier: Apache-2.0
// The commands of reviews: which grants of an organisation stay.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command review_close();
cli::Command review_export();
cli::Command review_import();
cli::Command review_list();
cli::Command review_start();
cli::Command review_status();

}  // namespace dcadmin::commands
