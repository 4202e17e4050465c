// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include "cli/agreement.h"
#include "cli/bulk_line.h"
#include "cli/context.h"
#include "cli/line.h"
#include "cli/settings.h"
#include "cli/suggest.h"
#include "commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <iterator>

namespace dcadmin::cli {
namespace {

constexpr std::size_t line_width = 96;

/// `text` in lines, each after `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string lines;
    std::size_t used = 0;
    for (const auto word : text::split(text, ' ')) {
        const auto width = text::width(word);
        if (used == 0 || used + 1 + width > line_width) {
            if (used > 0) lines += '\n';
            lines.append(indent, ' ');
            used = indent;
        } else {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += width;
    }
    return lines + "\n";
}

/// A term and its explanation in two columns.
std::string entry(std::string_view term, std::string_view text, std::size_t column) {
    const auto width = text::width(term) + 2;
    std::string lines = fmt::format("  {}", term);
    if (text.empty()) return lines + "\n";
    auto block = wrapped(text, column);
    if (width + 1 < column) {
        block.erase(0, width);
    } else {
        lines += '\n';
    }
    return lines + block;
}

void append_options(std::string& to, std::string_view heading, const std::vector<Option>& options) {
    if (options.empty()) return;
    fmt::format_to(std::back_inserter(to), "\n{}:\n", translated(heading));
    for (const auto& option : options) to += entry(option_label(option), option_text(option), 30);
}

void append_columns(std::string& to, const Command& command) {
    if (!command.rows) return;
    to += fmt::format("\n{}:\n", say("columns of a file (* needed)"));
    for (const auto& option : command.options) {
        if (!option.column) continue;
        to += entry(option.column_name() + (option.required ? "*" : ""),
                    fmt::format("{}", fmt::join(option.dutch, ", ")), 20);
    }
}

}  // namespace

std::string option_label(const Option& option) {
    if (option.positional) {
        auto label = fmt::format("{}{}", option.value, option.several ? "..." : "");
        return option.required ? label : fmt::format("[{}]", label);
    }
    auto label = option.letter != 0 ? fmt::format("-{}, --{}", option.letter, option.name)
                                    : fmt::format("--{}", option.name);
    if (!option.flag) label += fmt::format(" {}", option.value);
    if (!option.without.empty()) label += fmt::format("[={}]", option.value);
    return label;
}

std::string option_text(const Option& option) {
    std::string text(translated(option.help));
    if (!option.choices.empty()) {
        text += fmt::format(" ({})", fmt::join(option.choices, ", "));
    }
    if (option.several) text += say("; several: repeat it, or separate them by |");
    if (option.required && !option.positional) text += say(" (needed)");
    return text;
}

std::string usage_line(const Command& command) {
    auto line = fmt::format("dcadmin {}", command.name());
    bool more = false;
    for (const auto& option : command.options) {
        if (option.positional || option.required) {
            line += ' ';
            line += option_label(option);
        } else {
            more = true;
        }
    }
    return more || command.rows ? line + " [options]" : line;
}

std::string help_overview() {
    auto text = say("dcadmin: who may act for which company, in what, and until when");
    text += fmt::format("\n\n{}: dcadmin [options] <noun> <verb> [options]\n", say("usage"));
    text += fmt::format("\n{}:\n", say("nouns"));
    for (const auto& noun : commands::nouns()) {
        text += entry(noun.name, translated(noun.summary), 16);
    }
    text += fmt::format("\n{}:\n", say("topics"));
    for (const auto& topic : topics()) text += entry(topic.name, translated(topic.title), 16);
    append_options(text, "options of every command", global_options());
    text += fmt::format("\n{}: dcadmin <noun>, dcadmin <noun> <verb> --help, dcadmin help TOPIC\n",
                        say("more"));
    return text;
}

std::string help_noun(std::string_view noun) {
    std::string text;
    for (const auto& known : commands::nouns()) {
        if (known.name == noun) text = fmt::format("{}: {}\n\n", noun, translated(known.summary));
    }
    for (const auto& row : commands::table()) {
        if (row.noun == noun) text += entry(row.verb, commands::make(row).summary, 16);
    }
    return text + fmt::format("\n{}: dcadmin {} <verb> --help\n", say("more"), noun);
}

std::string help_command(const Command& command) {
    auto text = fmt::format("{}: {}\n\n{}: {}\n", command.name(), command.summary, say("usage"),
                            usage_line(command));
    if (command.rows) {
        text += fmt::format("{:{}}dcadmin {} --file FILE [options]\n", "",
                            text::width(say("usage")) + 2, command.name());
    }
    if (!command.details.empty()) text += "\n" + wrapped(command.details, 0);
    if (const auto grave = agreement_text(command); !grave.empty()) {
        text += "\n" + wrapped(grave, 0);
    }
    append_options(text, "options", command.options);
    append_options(text, "options for files (dcadmin help bulk)", bulk_options(command));
    append_columns(text, command);
    if (!command.fields.empty()) {
        text += fmt::format("\n{}:\n", say("fields (dcadmin help output)"));
        for (const auto& field : command.fields) text += entry(field.key, field.help, 20);
    }
    if (!command.examples.empty()) text += fmt::format("\n{}:\n", say("examples"));
    for (const auto& example : command.examples) {
        text += fmt::format("  {}\n{}", example.line, wrapped(example.what, 6));
    }
    return text + fmt::format("\n{}: dcadmin help\n", say("options of every command"));
}

std::string help_topic(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& topic : topics()) {
        names.push_back(topic.name);
        if (topic.name != name) continue;
        auto text = fmt::format("{}: {}\n\n", topic.name, translated(topic.title));
        bool items = false;
        for (const auto& [term, what] : topic.blocks) {
            if (items && term.empty()) text += '\n';
            text += term.empty() ? wrapped(translated(what), 0) + "\n"
                                 : entry(translated(term), translated(what), 22);
            items = !term.empty();
        }
        while (text.ends_with("\n\n")) text.pop_back();
        return text;
    }
    const auto near = did_you_mean(name, names);
    throw Error(Kind::usage, say("no topic '{}'", text::escaped(name)),
                near.empty() ? say("topics: {}", fmt::join(names, ", ")) : near);
}

std::string explanation(std::span<const std::string> words) {
    if (words.empty()) return help_overview();
    if (!known_noun(words[0])) return help_topic(words[0]);
    const auto line = find_command(words);
    return line.entry == nullptr ? help_noun(line.noun) : help_command(commands::make(*line.entry));
}

Words topic_names() {
    Words names;
    for (const auto& topic : topics()) names.push_back(topic.name);
    return names;
}

}  // namespace dcadmin::cli
