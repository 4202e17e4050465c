// SPDX-License-Identifier: Apache-2.0
// The password of a store on a server, where the configuration says how it is found: in a file of
// the user's own, or as what a command prints. It is never in the address, in an option or in the
// environment, and nothing prints it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

/// The first line of the file, which is `what`. Refused with not_allowed when others may read it,
/// or own it.
[[nodiscard]] std::string secret_from_file(const std::string& path, std::string_view what);
/// The first line of what the command prints, within half a minute. There is no shell: the words
/// are as given.
[[nodiscard]] std::string password_from_command(std::string_view command);
/// The words of a command: blanks part them, quotes hold them together, a backslash takes the next
/// character as it is. Refused with usage when a quote stays open.
[[nodiscard]] std::vector<std::string> words_of_command(std::string_view command);

}  // namespace dcadmin::cli
