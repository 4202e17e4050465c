// SPDX-License-Identifier: Apache-2.0
// What somebody types, or a script sends, on standard input.
#pragma once

#include <string>

namespace dcadmin::cli {

/// One line, without its end; a character at a time, for the rest is somebody else's.
[[nodiscard]] std::string read_typed_line(int descriptor);

}  // namespace dcadmin::cli
