// SPDX-License-Identifier: Apache-2.0
// The rows about co-chiefs and managers: one office under two nouns, which differ in whom they may
// be appointed by and in their words.
#pragma once

#include "cli/command.h"

namespace dcadmin::commands {

cli::Command cochief_add();
cli::Command cochief_list();
cli::Command cochief_remove();
cli::Command manager_add();
cli::Command manager_list();
cli::Command manager_remove();

}  // namespace dcadmin::commands
