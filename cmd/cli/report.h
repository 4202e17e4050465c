// SPDX-License-Identifier: Apache-2.0
// How an error reaches the user: message and hint on stderr, as text or as JSON, and the exit code
// that its kind stands for. The one place that knows both.
#pragma once

#include "cli/exit.h"
#include "cli/streams.h"

#include <dcadmin/error.h>

#include <span>
#include <string>
#include <string_view>

namespace dcadmin::cli {

[[nodiscard]] Exit exit_of(Kind kind);

/// Whether errors are to be JSON, judged from the words as they came: the mistake may be in them.
[[nodiscard]] bool wants_json(std::span<const std::string> args, const Environment& environment);

/// Writes the error and returns its exit code.
Exit report(const Error& error, bool json, output::Writer& err);

/// Message and hint as one text, for where there is one line for both.
[[nodiscard]] std::string told(std::string_view message, std::string_view hint);

}  // namespace dcadmin::cli
