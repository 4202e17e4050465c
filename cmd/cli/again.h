// SPDX-License-Identifier: Apache-2.0
// The command that goes on where a run stopped, ready to be pasted into a shell.
#pragma once

#include "cli/bulk_line.h"

#include <dcadmin/bulk.h>

#include <span>
#include <string>
#include <string_view>

namespace dcadmin::cli {

/// The word as a POSIX shell reads it back.
[[nodiscard]] std::string shell_quoted(std::string_view word);

/// What to do next after a run of `words`, or nothing when nothing is left.
[[nodiscard]] std::string how_to_go_on(std::span<const std::string> words, const BulkLine& line,
                                       const bulk::Summary& summary, const std::string& outcome);

}  // namespace dcadmin::cli
