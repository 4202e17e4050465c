// SPDX-License-Identifier: Apache-2.0
// The rows about news.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command news_add();
cli::Command news_list();
cli::Command news_show();

}  // namespace dcadmin::commands
