// SPDX-License-Identifier: Apache-2.0
// In which language a run speaks, known before the line is read, since what is wrong with the line
// is told in it too: --lang, then DCADMIN_LANG, then the setting `lang`, then what the environment
// says of languages (LC_ALL, LC_MESSAGES, LANG), then English.
#pragma once

#include "cli/streams.h"

#include <span>
#include <string>

namespace dcadmin::cli {

/// "en", "nl" or "fr". What cannot be read is passed over: reading it for what it is tells.
[[nodiscard]] std::string language_of(std::span<const std::string> args,
                                      const Environment& environment);

}  // namespace dcadmin::cli
