// SPDX-License-Identifier: Apache-2.0
// Proving who one is, on the command line: which questions each kind of key asks. One row a kind.
#pragma once

#include "cli/command.h"
#include "cli/context.h"

#include <dcadmin/sign_in.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::commands {

/// Where a key's secrets come from when they are not asked.
struct KeyOptions {
    std::optional<std::string> user;
    std::optional<cli::FilePath> password_file;
    std::optional<cli::FilePath> code_file;
    std::optional<cli::FilePath> pin_file;
};
[[nodiscard]] std::vector<cli::OptionOf<KeyOptions>> key_options();
[[nodiscard]] cli::Words key_kinds_to_prove();

/// Asks what the kind of key wants, and verifies it. Says when the key ends soon.
[[nodiscard]] Proof prove(cli::Context& context, const Env& env, std::string_view kind,
                          const KeyOptions& options);
/// User name and password, asked where they are not given.
[[nodiscard]] UserPassword user_password(cli::Context& context, const KeyOptions& options);

}  // namespace dcadmin::commands
