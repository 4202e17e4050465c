// SPDX-License-Identifier: Apache-2.0
// The rows about refunds.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command refund_list();
cli::Command refund_show();
cli::Command refund_blocked();
cli::Command refund_block();
cli::Command refund_release();
cli::Command refund_price();
cli::Command refund_pay();

}  // namespace dcadmin::commands
