// SPDX-License-Identifier: Apache-2.0
// The completion stubs of completions/, embedded when the program is built.
#pragma once

#include "cli/command.h"

#include <string_view>

namespace dcadmin::commands {

enum class Shell { bash, zsh, fish };

[[nodiscard]] std::string_view stub(Shell shell);

}  // namespace dcadmin::commands

template <>
struct dcadmin::cli::ArgType<dcadmin::commands::Shell> {
    static constexpr std::string_view name = "SHELL";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"bash", "zsh", "fish"}; }
    static commands::Shell parse(std::string_view text, const ParseContext& context) {
        return static_cast<commands::Shell>(choice_of<commands::Shell>(text, context));
    }
    static std::string shown(commands::Shell value) {
        return std::string(choices()[static_cast<std::size_t>(value)]);
    }
};
