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
constexpr std::string_view page_date = "November 29, 2026";

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

/// References to pages, one on a line with a comma behind all but the last.
std::string references(const std::vector<std::string>& pages) {
    std::string lines;
    for (const auto& page : pages) {
        lines += fmt::format(".Xr {}{}\n", page, &page == &pages.back() ? "" : " ,");
    }
    return ".Sh SEE ALSO\n" + lines;
}

/// The program, what else is done with the same noun, and files of requests.
std::string see_also(const Command& command) {
    std::vector<std::string> pages;
    for (const auto& entry : commands::table()) {
        const auto other = commands::make(entry);
        if (other.noun == command.noun && other.verb != command.verb) {
            pages.push_back(page_name(other) + " 1");
        }
    }
    pages.emplace_back("dcadmin 1");
    std::sort(pages.begin(), pages.end());
    if (command.rows) pages.emplace_back("dcadmin-bulk 7");
    return references(pages);
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
        page += ".Sh FILES OF REQUESTS\nOptions for files, explained in\n.Xr dcadmin-bulk 7 :\n";
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
    return page + see_also(command);
}

std::string topic_text(const Topic& topic) {
    std::string text;
    std::string items;
    const auto end_items = [&] {
        text += list(items);
        items.clear();
    };
    for (const auto& [term, words] : topic.blocks) {
        if (!term.empty()) {
            items += item("Sy", term, words);
            continue;
        }
        end_items();
        if (!text.empty()) text += ".Pp\n";
        text += prose(words);
    }
    end_items();
    return text;
}

/// The sections of dcadmin(1) that a reader of manuals looks for by their names; the other topics
/// are parts of its description.
std::string_view section_of(const Topic& topic) {
    if (topic.name == "environment") return "ENVIRONMENT";
    return topic.name == "exit-codes" ? std::string_view("EXIT STATUS") : std::string_view();
}

constexpr std::string_view files_section = R"(.Sh FILES
.Bl -tag -width Ds
.It Pa $XDG_CONFIG_HOME/dcadmin/config.toml
The settings of the user;
.Pa ~/.config
where the variable is not set.
See
.Xr dcadmin.conf 5 .
.It Pa /etc/dcadmin/config.toml
Those of the machine.
.It Pa $XDG_DATA_HOME/dcadmin/dcadmin.db
The store where none is named;
.Pa ~/.local/share
where the variable is not set.
Mode 0600.
.It Pa $XDG_STATE_HOME/dcadmin/
Who is signed in on which store;
.Pa ~/.local/state
where the variable is not set.
Mode 0700.
.El
)";

constexpr std::string_view examples_section = R"(.Sh EXAMPLES
A store to try things on, thrown away with its file:
.Bd -literal -offset indent
export DCADMIN_STORE=sqlite:/tmp/demo.db
dcadmin store init \-\-demo
dcadmin person list
dcadmin grant list
dcadmin access check \-\-person p\-1 \-\-right dienstencheques\-erkende\-onderneming
dcadmin audit verify
.Ed
.Pp
Each command's own page has more.
)";

std::string main_page(const std::vector<ManualPage>& commands) {
    auto page = head("dcadmin", "who may act for which company, in what, and until when");
    page += ".Sh SYNOPSIS\n.Nm \"dcadmin [options] \\&<noun> \\&<verb> [options]\"\n";
    page +=
        ".Sh DESCRIPTION\nEach command is a noun and a verb; each has a page of its own.\nThe "
        "words are explained in\n.Xr dcadmin-concepts 7 ,\nwhat is safe and what is not in\n.Xr "
        "dcadmin-security 7 .\nThe nouns are:\n";
    std::string nouns;
    for (const auto& noun : commands::nouns()) nouns += item("Sy", noun.name, noun.summary);
    page += list(nouns) + ".Pp\nOptions of every command, before the noun or after the verb:\n";
    page += option_items(global_options());
    std::string sections;
    for (const auto& topic : topics()) {
        const auto section = section_of(topic);
        if (section.empty()) {
            page += fmt::format(".Ss {}\n{}", argument(topic.title), topic_text(topic));
        } else {
            sections.insert(section == "ENVIRONMENT" ? 0 : sections.size(),
                            fmt::format(".Sh {}\n{}{}", section, topic_text(topic),
                                        section == "ENVIRONMENT" ? files_section : ""));
        }
    }
    page += sections + std::string(examples_section);
    std::vector<std::string> pages;
    for (const auto& command : commands) {
        pages.push_back(command.file.substr(0, command.file.size() - 2) + " 1");
    }
    for (const auto* other :
         {"dcadmin.conf 5", "dcadmin-bulk 7", "dcadmin-concepts 7", "dcadmin-security 7"}) {
        pages.emplace_back(other);
    }
    return page + references(pages);
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
