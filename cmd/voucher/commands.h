// SPDX-License-Identifier: Apache-2.0
// The rows about vouchers.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command voucher_order();
cli::Command voucher_list();
cli::Command voucher_wallet();

}  // namespace dcadmin::commands
