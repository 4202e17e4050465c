// SPDX-License-Identifier: Apache-2.0
#include "cli/parse.h"

#include "cli/suggest.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>

namespace dcadmin::cli {
namespace {

/// An option of the line, where its value goes, and the texts it was given.
struct Bound {
    const Option* option;
    void* target;
    CLI::Option* given;
};

std::string spelled(const Option& option) {
    auto names = fmt::format("--{}", option.name);
    if (!option.without.empty()) names += fmt::format("{{{}}}", option.without);
    if (option.letter != 0) names += fmt::format(",-{}", option.letter);
    if (option.positional) names += fmt::format(",{}", option.name);
    return names;
}

void declare(CLI::App& app, std::vector<Bound>& bound, const std::vector<Option>& options,
             void* target) {
    for (const auto& option : options) {
        const auto taken = std::any_of(bound.begin(), bound.end(), [&](const Bound& other) {
            return other.option->name == option.name;
        });
        if (taken) continue;  // the command's own option of that name comes first
        CLI::Option* made = nullptr;
        if (option.flag) {
            made = app.add_flag(spelled(option));
            if (option.without.empty()) made->disable_flag_override();
        } else {
            // The values are taken from the option afterwards: CLI11 converts nothing.
            made = app.add_option(spelled(option), [](const CLI::results_t&) { return true; });
            made->expected(option.positional && option.several ? -1 : 1);
            made->allow_extra_args(option.positional && option.several);
        }
        made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        bound.push_back({&option, target, made});
    }
}

[[noreturn]] void refuse_extra(const Command& command, const std::vector<Bound>& bound,
                               const std::string& word) {
    if (!word.starts_with('-')) {
        throw Error(Kind::usage, say("'{}' takes no '{}'", command.name(), text::escaped(word)),
                    see_help(command));
    }
    std::vector<std::string> names;
    names.reserve(bound.size());
    for (const auto& [option, target, given] : bound)
        names.push_back(fmt::format("--{}", option->name));
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const auto name = word.substr(0, word.find('='));
    const auto near = did_you_mean(name, candidates);
    throw Error(Kind::usage, say("'{}' has no option '{}'", command.name(), text::escaped(name)),
                near.empty() ? see_help(command) : near);
}

void assign(const Bound& bound, Date today) {
    const auto& option = *bound.option;
    const auto& texts = bound.given->results();
    if (option.flag && option.without.empty()) {
        if (bound.given->count() > 0) option.assign(bound.target, "yes", {today, option.name});
        return;
    }
    if (texts.size() > 1 && !option.several) {
        throw Error(Kind::usage, say("--{} is given {} times", option.name, texts.size()), "",
                    std::string(option.name));
    }
    for (const auto& text : texts) {
        try {
            option.assign(bound.target, text, {today, option.name});
        } catch (const Error& error) {
            throw error.about(option.name);
        }
    }
}

}  // namespace

std::string see_help(const Command& command) {
    return say("see: dcadmin {} --help", command.name());
}

Parsed parse_options(const Command& command, std::span<const std::string> words, Date today) {
    Parsed parsed{.globals = {}, .bulk = {}, .options = command.make_options()};
    auto bulk_rows = bulk_options(command);
    for (Option& option : bulk_rows) {
        if (option.name == "file") option.positional = file_has_place(command);
    }

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<Bound> bound;
    declare(app, bound, command.options, parsed.options.get());
    declare(app, bound, bulk_rows, &parsed.bulk);
    declare(app, bound, global_options(), &parsed.globals);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ArgumentMismatch&) {
        for (const auto& [option, target, given] : bound) {
            if (!option->flag && !words.empty() &&
                words.back() == fmt::format("--{}", option->name)) {
                throw Error(Kind::usage, say("--{} needs a value: {}", option->name, option->value),
                            see_help(command), std::string(option->name));
            }
        }
        throw Error(Kind::usage, "an option lacks its value", see_help(command));
    } catch (const CLI::ParseError& error) {
        throw Error(Kind::usage, error.what(), see_help(command));
    }
    for (const auto& word : app.remaining()) {
        if (word != "--") refuse_extra(command, bound, word);
    }
    for (const auto& one : bound) {
        assign(one, today);
        if (one.target != parsed.options.get() || one.given->count() == 0) continue;
        parsed.bulk.texts.emplace_back(
            one.option->column_name(),
            one.option->flag ? "yes" : fmt::format("{}", fmt::join(one.given->results(), "|")));
    }
    return parsed;
}

void refuse_missing(const Command& command, const void* options) {
    for (const auto& option : command.options) {
        if (!option.required || option.present(options)) continue;
        throw Error(Kind::usage,
                    option.positional
                        ? say("'{}' needs a {}", command.name(), option.value)
                        : say("'{}' needs --{} {}", command.name(), option.name, option.value),
                    see_help(command), std::string(option.name));
    }
}

}  // namespace dcadmin::cli
