// SPDX-License-Identifier: Apache-2.0
// The program as a function: arguments, streams and environment in, exit code out. main() calls it
// with the real ones, tests with theirs.
#pragma once

#include "cli/streams.h"

#include <span>
#include <string>

namespace dcadmin::cli {

/// `args` is without the program's name. Never throws.
[[nodiscard]] int run_cli(std::span<const std::string> args, Streams& streams,
                          const Environment& environment);

}  // namespace dcadmin::cli
