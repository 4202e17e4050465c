// SPDX-License-Identifier: Apache-2.0
// The rows about paper vouchers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command paper_receive();
cli::Command paper_announce();
cli::Command paper_read();
cli::Command paper_list();
cli::Command paper_correct();
cli::Command paper_withdraw();
cli::Command paper_claim();
cli::Command paper_advance();

}  // namespace dcadmin::commands
