// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include "cli/agreement.h"
#include "cli/bulk_line.h"
#include "cli/help.h"
#include "cli/new_file.h"
#include "cli/settings.h"
#include "commands.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace dcadmin::cli {
namespace {

/// The day of the last change to what the pages say.
constexpr std::string_view page_date = "November 23, 2026";

/// Text that stands in a line of mdoc as it is.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";
        } else {
            safe += c;
        }
    }
    return safe.starts_with('.') || safe.starts_with('\'') ? "\\&" + safe : safe;
}

/// Paragraphs, blank lines between them: one sentence on a line, as mdoc wants it.
std::string prose(std::string_view text) {
    auto safe = escaped(text);
    for (std::size_t at = 0; (at = safe.find(". ", at)) != std::string::npos; ++at) {
        const bool sentence = at + 2 < safe.size() && safe[at + 2] >= 'A' && safe[at + 2] <= 'Z';
        if (sentence) safe[at + 1] = '\n';
    }
    for (auto at = safe.find("\n\n"); at != std::string::npos; at = safe.find("\n\n", at)) {
        safe.replace(at, 2, "\n.Pp\n");
    }
    return safe + "\n";
}

/// One argument of a macro: quoted, and never taken for a macro itself.
std::string argument(std::string_view text) {
    auto safe = escaped(text);
    for (std::size_t at = 0; (at = safe.find('"', at)) != std::string::npos; at += 4) {
        safe.replace(at, 1, "\\(dq");
    }
    return safe.starts_with("\\&") ? fmt::format("\"{}\"", safe) : fmt::format("\"\\&{}\"", safe);
}

std::string head(std::string_view name, std::string_view what) {
    auto upper = std::string(name);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return fmt::format(
        ".\\\" SPDX-License-Identifier: Apache-2.0\n"
        ".\\\" Made by dcadmin from its table of commands; do not edit.\n"
        ".Dd {}\n.Dt {} 1\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n",
        page_date, upper, name, escaped(what));
}

std::string list(std::string_view items) {
    return items.empty() ? std::string() : fmt::format(".Bl -tag -width Ds\n{}.El\n", items);
}

std::string item(std::string_view macro, std::string_view term, std::string_view text) {
    return fmt::format(".It {} {}\n{}", macro, argument(term), prose(text));
}

std::string option_items(const std::vector<Option>& options) {
    std::string items;
    for (const auto& option : options) {
        items += item(option.positional ? "Ar" : "Sy", option_label(option), option_text(option));
    }
    return list(items);
}

std::string column_items(const Command& command) {
    std::string items;
    for (const auto& option : command.options) {
        if (!option.column) continue;
        auto text = option.dutch.empty()
                        ? std::string()
                        : fmt::format("In Dutch: {}. ", fmt::join(option.dutch, ", "));
        text += option.required ? "Needed. " : "";
        items += item("Sy", option.column_name(), text + std::string(option.help));
    }
    return list(items);
}

std::string page_name(const Command& command) {
    auto name = fmt::format("dcadmin {}", command.name());
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

/// The summary with a capital and a full stop.
std::string sentence(std::string_view summary) {
    std::string text(summary);
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + ".";
}

std::string command_page(const Command& command) {
    auto page = head(page_name(command), command.summary);
    page += fmt::format(".Sh SYNOPSIS\n.Nm {}\n", argument(usage_line(command)));
    if (command.rows) {
        page += fmt::format(
            ".Nm {}\n", argument(fmt::format("dcadmin {} --file FILE [options]", command.name())));
    }
    page += ".Sh DESCRIPTION\n" + prose(sentence(command.summary));
    if (!command.details.empty()) page += ".Pp\n" + prose(command.details);
    if (const auto grave = agreement_text(command); !grave.empty()) {
        page += ".Pp\n" + prose(grave);
    }
    if (!command.options.empty()) {
        page += ".Pp\nThe options are:\n" + option_items(command.options);
    }
    if (command.rows) {
        page += ".Sh FILES OF REQUESTS\nOptions for files, explained in\n.Xr dcadmin 1 :\n";
        page += option_items(bulk_options(command));
        page += ".Pp\nThe columns of a file, or keys of a JSON line:\n" + column_items(command);
    }
    if (!command.fields.empty()) {
        std::string items;
        for (const auto& field : command.fields) items += item("Sy", field.key, field.help);
        page += ".Sh OUTPUT\nThe fields of the result:\n" + list(items);
    }
    if (!command.examples.empty()) page += ".Sh EXAMPLES\n";
    for (const auto& example : command.examples) {
        page += fmt::format("{}.Bd -literal -offset indent\n{}\n.Ed\n",
                            prose(fmt::format("{}:", example.what)), escaped(example.line));
        if (&example != &command.examples.back()) page += ".Pp\n";
    }
    return page + ".Sh SEE ALSO\n.Xr dcadmin 1\n";
}

std::string topic_section(const Topic& topic) {
    auto section = fmt::format(".Ss {}\n", argument(topic.title));
    std::string items;
    bool begun = false;
    const auto end_items = [&] {
        section += list(items);
        items.clear();
    };
    for (const auto& [term, text] : topic.blocks) {
        if (!term.empty()) {
            items += item("Sy", term, text);
            continue;
        }
        end_items();
        if (begun) section += ".Pp\n";
        section += prose(text);
        begun = true;
    }
    end_items();
    return section;
}

std::string main_page(const std::vector<ManualPage>& commands) {
    auto page = head("dcadmin", "who may act for which company, in what, and until when");
    page += ".Sh SYNOPSIS\n.Nm \"dcadmin [options] \\&<noun> \\&<verb> [options]\"\n";
    page +=
        ".Sh DESCRIPTION\nEach command is a noun and a verb; each has a page of its own.\nThe "
        "nouns are:\n";
    std::string nouns;
    for (const auto& noun : commands::nouns()) nouns += item("Sy", noun.name, noun.summary);
    page += list(nouns) + ".Pp\nOptions of every command, before the noun or after the verb:\n";
    page += option_items(global_options());
    page += ".Sh TOPICS\n";
    for (const auto& topic : topics()) page += topic_section(topic);
    page += ".Sh SEE ALSO\n";
    for (const auto& command : commands) {
        const auto name = command.file.substr(0, command.file.size() - 2);
        page += fmt::format(".Xr {} 1{}\n", name, &command == &commands.back() ? "" : " ,");
    }
    return page;
}

}  // namespace

std::vector<ManualPage> manual_pages() {
    std::vector<ManualPage> pages;
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        pages.push_back({page_name(command) + ".1", command_page(command)});
    }
    std::sort(pages.begin(), pages.end(),
              [](const ManualPage& a, const ManualPage& b) { return a.file < b.file; });
    auto first = main_page(pages);
    pages.insert(pages.begin(), {"dcadmin.1", std::move(first)});
    return pages;
}

void write_manual(const std::string& folder) {
    for (const auto& page : manual_pages()) {
        NewFile file((std::filesystem::path(folder) / page.file).string(), NewFile::Replace::yes);
        file.write(page.text);
        file.finish();
    }
}

}  // namespace dcadmin::cli
