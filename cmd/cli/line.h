// SPDX-License-Identifier: Apache-2.0
// Finds the command in a line of words: which noun, which verb, and what is left for its options.
// A verb may be of two words ("recur set"), of which the first is no verb by itself.
// Options that every command has may stand before the noun, between noun and verb, or after.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::commands {
struct Entry;
}

namespace dcadmin::cli {

struct Line {
    std::string noun;                        // as the table spells it; empty when none is given
    const commands::Entry* entry = nullptr;  // absent when the verb, or its second word, is missing
    std::string verb;                        // its first word, as long as the second is missing
    std::vector<std::string> rest;           // everything else, in its order
    bool help = false;                       // --help is among it
};

/// Throws usage for an unknown noun or verb, naming the nearest.
[[nodiscard]] Line find_command(std::span<const std::string> args);

/// The noun's own spelling for a word of the line: itself, a Dutch name; absent when unknown.
[[nodiscard]] std::optional<std::string_view> known_noun(std::string_view word);
/// The verbs of a noun, in the table's order.
[[nodiscard]] std::vector<std::string_view> verbs_of(std::string_view noun);

}  // namespace dcadmin::cli
