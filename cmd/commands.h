// SPDX-License-Identifier: Apache-2.0
// The table of all commands: which nouns there are, which verbs each has, and the function that
// makes the verb's row. A row is made only when it is asked for: starting the program makes the one
// row it runs.
#pragma once

#include "cli/command.h"

#include <span>
#include <string_view>

namespace dcadmin::commands {

struct Entry {
    std::string_view noun;
    std::string_view verb;
    cli::Command (*make)();
};

struct Noun {
    std::string_view name;
    std::string_view summary;
    std::string_view dutch = {};  // accepted too, and not shown
};

/// In the order in which help shows them.
[[nodiscard]] std::span<const Noun> nouns();
[[nodiscard]] std::span<const Entry> table();
/// The row, with its noun and verb filled in.
[[nodiscard]] cli::Command make(const Entry& entry);

}  // namespace dcadmin::commands
