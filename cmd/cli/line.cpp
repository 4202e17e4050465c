// SPDX-License-Identifier: Apache-2.0
#include "cli/line.h"

#include "cli/settings.h"
#include "cli/suggest.h"
#include "commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::cli {
namespace {

/// Whether the word is an option of every command whose value is the next word.
bool takes_next_word(std::string_view word) {
    for (const auto& option : global_options()) {
        if (option.flag) continue;
        if (word.starts_with("--") && word.substr(2) == option.name) return true;
        if (option.letter != 0 && word.size() == 2 && word[0] == '-' && word[1] == option.letter) {
            return true;
        }
    }
    return false;
}

[[noreturn]] void refuse_noun(std::string_view word) {
    std::vector<std::string_view> names;
    for (const auto& noun : commands::nouns()) names.push_back(noun.name);
    const auto near = did_you_mean(word, names);
    throw Error(Kind::usage, say("no command '{}'", text::escaped(word)),
                near.empty() ? say("see: dcadmin help") : near);
}

/// None for the first word of verbs of two.
const commands::Entry* find_entry(std::string_view noun, std::string_view verb) {
    bool begun = false;
    for (const auto& entry : commands::table()) {
        if (entry.noun != noun || !entry.verb.starts_with(verb)) continue;
        if (entry.verb == verb) return &entry;
        begun = begun || entry.verb[verb.size()] == ' ';
    }
    if (begun) return nullptr;
    const auto verbs = verbs_of(noun);
    const auto near = did_you_mean(verb, verbs);
    throw Error(Kind::usage, say("'{}' has no verb '{}'", noun, text::escaped(verb)),
                near.empty() ? say("verbs: {}", fmt::join(verbs, ", ")) : near);
}

const commands::Entry* without_verb(std::string_view noun) {
    for (const auto& entry : commands::table()) {
        if (entry.noun == noun && entry.verb.empty()) return &entry;
    }
    return nullptr;
}

}  // namespace

std::optional<std::string_view> known_noun(std::string_view word) {
    for (const auto& noun : commands::nouns()) {
        if (word == noun.name || (!noun.dutch.empty() && word == noun.dutch)) return noun.name;
    }
    return std::nullopt;
}

std::vector<std::string_view> verbs_of(std::string_view noun) {
    std::vector<std::string_view> verbs;
    for (const auto& entry : commands::table()) {
        if (entry.noun == noun && !entry.verb.empty()) verbs.push_back(entry.verb);
    }
    return verbs;
}

Line find_command(std::span<const std::string> args) {
    Line line;
    std::size_t i = 0;
    for (; i < args.size() && line.entry == nullptr; ++i) {
        const auto& word = args[i];
        if (word == "--help" || word == "-h") line.help = true;
        if (word == "--version" && line.noun.empty()) {
            line.noun = "version";
            line.entry = without_verb(line.noun);
        } else if (word.starts_with('-') && word.size() > 1) {
            line.rest.push_back(word);
            if (takes_next_word(word) && i + 1 < args.size()) line.rest.push_back(args[++i]);
        } else if (line.noun.empty()) {
            const auto noun = known_noun(text::ascii_lower(word));
            if (!noun) refuse_noun(word);
            line.noun = *noun;
            line.entry = without_verb(line.noun);
        } else {
            if (!line.verb.empty()) line.verb += ' ';
            line.verb += text::ascii_lower(word);
            line.entry = find_entry(line.noun, line.verb);
            if (line.entry != nullptr) line.verb.clear();
        }
    }
    for (bool options = true; i < args.size(); ++i) {
        if (args[i] == "--") options = false;
        if (options && (args[i] == "--help" || args[i] == "-h")) line.help = true;
        line.rest.push_back(args[i]);
    }
    return line;
}

}  // namespace dcadmin::cli
