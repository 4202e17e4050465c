// SPDX-License-Identifier: Apache-2.0
// The line that a shell hands over to be completed, as the program would get it: without quotes and
// backslashes, and in one piece where bash has cut it at '=', ':' or '@'. What the shell will put
// the answer in the place of is kept too, for the answer must fit it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

struct ShellLine {
    std::vector<std::string> before;  // the words before the one to complete, without the first
    std::string current;
    std::size_t kept = 0;  // so much of `current` the shell keeps by itself
    char quote = 0;        // that is open where the line ends
};

/// `words` begins with the program's name; `index` is the place of the word to complete, which may
/// be one behind the last.
[[nodiscard]] ShellLine shell_line(std::string_view shell, std::span<const std::string> words,
                                   std::size_t index);

/// The word as bash must have it where no quote is open.
[[nodiscard]] std::string quoted_for_bash(std::string_view word);

}  // namespace dcadmin::cli
