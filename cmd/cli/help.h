// SPDX-License-Identifier: Apache-2.0
// The texts of help, read from the table of commands and from the topics.
#pragma once

#include "cli/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

[[nodiscard]] std::string help_overview();
[[nodiscard]] std::string help_noun(std::string_view noun);
[[nodiscard]] std::string help_command(const Command& command);
/// Throws usage for an unknown topic, naming the nearest.
[[nodiscard]] std::string help_topic(std::string_view topic);

/// "dcadmin grant add --person PERSON --org ORG [options]"
[[nodiscard]] std::string usage_line(const Command& command);
/// "--person PERSON", "-o, --output FORMAT", "[SITE…]"
[[nodiscard]] std::string option_label(const Option& option);
/// The help of an option, with its choices and whether it is needed or may be repeated.
[[nodiscard]] std::string option_text(const Option& option);

/// A part of a topic: a paragraph, or an item with the term that it explains.
struct Block {
    std::string term;
    std::string text;
};
struct Topic {
    std::string_view name;
    std::string_view title;
    std::vector<Block> blocks;
};
[[nodiscard]] const std::vector<Topic>& topics();

}  // namespace dcadmin::cli
