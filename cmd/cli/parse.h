// SPDX-License-Identifier: Apache-2.0
// Turns the words after a command into its Options. The splitting into options and values is
// CLI11's, whose header is included in parse.cpp alone and whose errors end there: every mistake
// leaves as an Error of ours that names the option and what to do.
#pragma once

#include "cli/bulk_line.h"
#include "cli/command.h"
#include "cli/settings.h"

#include <span>
#include <string>

namespace dcadmin::cli {

struct Parsed {
    Globals globals;
    BulkLine bulk;
    AnyOptions options;
};

/// Does not yet ask for what is required: a file may supply it (see refuse_missing).
[[nodiscard]] Parsed parse_options(const Command& command, std::span<const std::string> words,
                                   Date today);

/// Throws usage when a required option has no value.
void refuse_missing(const Command& command, const void* options);

/// "see: dcadmin grant add --help"
[[nodiscard]] std::string see_help(const Command& command);

}  // namespace dcadmin::cli
