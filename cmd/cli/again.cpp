// SPDX-License-Identifier: Apache-2.0
#include "cli/again.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace dcadmin::cli {
namespace {

/// The words without the named options and their values.
std::vector<std::string> without(std::span<const std::string> words,
                                 std::span<const std::string_view> options,
                                 std::span<const std::string_view> flags) {
    std::vector<std::string> left;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto is = [word](std::string_view option) { return word == option; };
        const auto holds = [word](std::string_view option) {
            return word.starts_with(option) &&
                   (option.size() == 2 ? word.size() > 2
                                       : word.substr(option.size()).starts_with('='));
        };
        if (std::any_of(flags.begin(), flags.end(), is)) continue;
        if (std::any_of(options.begin(), options.end(), is)) {
            ++i;
            continue;
        }
        const bool joined = std::any_of(options.begin(), options.end(), holds) &&
                            !(word.starts_with("--") && word.find('=') == std::string_view::npos);
        if (!joined) left.emplace_back(word);
    }
    return left;
}

// Without the file where it was named by its place: the first word that is its name.
std::vector<std::string> without_place(std::vector<std::string> left, std::size_t before,
                                       const BulkLine& line) {
    constexpr std::size_t noun_and_verb = 2;
    if (!line.file || left.size() != before || left.size() <= noun_and_verb) return left;
    const auto at = std::find(left.begin() + noun_and_verb, left.end(), line.file->text);
    if (at != left.end()) left.erase(at);
    return left;
}

std::string command_line(const std::vector<std::string>& words) {
    std::string line = "dcadmin";
    for (const auto& word : words) line += " " + shell_quoted(word);
    return line;
}

}  // namespace

std::string shell_quoted(std::string_view word) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_./:=,@%+").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return std::string(word);
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'') {
            quoted += "'\\''";
        } else {
            quoted += c;
        }
    }
    return quoted + "'";
}

std::string how_to_go_on(std::span<const std::string> words, const BulkLine& line,
                         const bulk::Summary& summary, const std::string& outcome) {
    using bulk::State;
    const auto left = [&](State state) { return summary.count(state) > 0; };
    if (line.dry_run) {
        if (left(State::rejected)) return {};
        constexpr std::array<std::string_view, 1> flags{"--dry-run"};
        return say("to do it: {}", command_line(without(words, {}, flags)));
    }
    const std::vector<std::string> same(words.begin(), words.end());
    if (!summary.committed) {
        if (summary.stopped_by_signal) return say("to begin again: {}", command_line(same));
        if (left(State::rejected)) return say("correct these rows, then: {}", command_line(same));
        if (summary.failure && summary.failure->kind() == Kind::busy) {
            return say("to try again: {}", command_line(same));
        }
        return {};
    }
    const std::array<State, 4> states{State::rejected, State::failed, State::unknown,
                                      State::not_attempted};
    if (std::none_of(states.begin(), states.end(), left)) return {};
    if (outcome.empty()) return say("to go on: {}", command_line(same));
    constexpr std::array<std::string_view, 2> file{"--file", "-f"};
    constexpr std::array<std::string_view, 2> others{"--only", "--outcome"};
    auto next = without(without_place(without(words, file, {}), words.size(), line), others, {});
    next.insert(next.end(), {"--file", outcome});
    for (const auto state : states) {
        if (left(state)) next.insert(next.end(), {"--only", std::string(bulk::name_of(state))});
    }
    return left(State::rejected) ? say("correct what was rejected, then: {}", command_line(next))
                                 : say("to go on: {}", command_line(next));
}

}  // namespace dcadmin::cli
