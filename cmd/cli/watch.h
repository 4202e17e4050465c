// SPDX-License-Identifier: Apache-2.0
// --watch: runs what only reads again and again, each time with a store that is opened afresh, and
// draws the answer over the former one until a signal ends it.
#pragma once

#include "cli/command.h"
#include "cli/parse.h"
#include "cli/streams.h"

#include <span>
#include <string>

namespace dcadmin::cli {

/// Refused with usage where there is no terminal, for another format than the table, for what
/// writes, and for whole national numbers, of which each look would be recorded.
[[nodiscard]] Exit watch(const Command& command, const Parsed& parsed, Streams& streams,
                         const Environment& environment, std::span<const std::string> args);

/// What is drawn on the screen: these lines, cut to its width, and how many more there would be.
[[nodiscard]] std::string frame_of(std::string_view text, output::Screen screen);

}  // namespace dcadmin::cli
