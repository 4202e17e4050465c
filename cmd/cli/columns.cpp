// SPDX-License-Identifier: Apache-2.0
#include "cli/columns.h"

#include "cli/suggest.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::cli {
namespace {

constexpr std::array<std::string_view, 5> outcome_columns{"_row", "_state", "_code", "_message",
                                                          "_id"};

bool names(const Option& option, std::string_view key) {
    return column_key(option.name) == key ||
           std::any_of(option.dutch.begin(), option.dutch.end(),
                       [key](std::string_view dutch) { return column_key(dutch) == key; });
}

// A column that is needed and stands nowhere.
Error missing(const Command& command, const Option& option,
              const std::vector<std::string>& header) {
    const auto dutch =
        option.dutch.empty() ? "" : fmt::format(" ({})", fmt::join(option.dutch, ", "));
    std::string what = say("the column '{}'{} is missing", option.column_name(), dutch);
    std::string hint = say("add it, or give --{} for all rows", option.name);
    if (takes_any_column(command)) {
        std::vector<std::string> shown;
        for (const auto& name : header) shown.push_back(text::escaped(name));
        what += say("; the file has: {}", fmt::join(shown, ", "));
        hint = say("say which header it is with --map FILE");
    }
    return {Kind::usage, what, hint, "file"};
}

}  // namespace

bool takes_any_column(const Command& command) {
    const auto& seen = command.for_people;
    return std::find(seen.begin(), seen.end(), any_column) != seen.end();
}

std::string column_key(std::string_view header) {
    auto key = text::ascii_lower(text::trimmed(header));
    std::replace_if(
        key.begin(), key.end(), [](char c) { return c == '-' || c == ' '; }, '_');
    return key;
}

Columns::Column Columns::find(std::string_view header) const {
    const auto key = column_key(header);
    if (key.starts_with("x_")) return {};
    const auto& seen = command_.for_people;
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) return {};
    if (std::find(outcome_columns.begin(), outcome_columns.end(), key) != outcome_columns.end()) {
        return {.option = nullptr, .state = key == "_state", .outcome = true};
    }
    std::vector<std::string> known;
    for (const auto& option : command_.options) {
        if (!option.column) continue;
        if (names(option, key)) return {.option = &option};
        known.push_back(option.column_name());
        for (const auto dutch : option.dutch) known.emplace_back(dutch);
    }
    if (takes_any_column(command_)) return {};
    const auto near = did_you_mean(key, std::vector<std::string_view>(known.begin(), known.end()));
    throw Error(Kind::usage, say("no column '{}'", text::escaped(header)),
                near.empty() ? say("columns: {}; a column of your own begins with x_",
                                   fmt::join(known, ", "))
                             : near,
                "file");
}

std::vector<Columns::Column> Columns::find_all(const std::vector<std::string>& header,
                                               const void* given) const {
    std::vector<Column> columns;
    std::vector<const Option*> used;
    for (const auto& name : header) {
        const auto column = find(name);
        if (column.option != nullptr &&
            std::find(used.begin(), used.end(), column.option) != used.end()) {
            throw Error(Kind::usage,
                        say("the column '{}' stands twice (as '{}')", column.option->column_name(),
                            text::escaped(name)),
                        "", "file");
        }
        used.push_back(column.option);
        columns.push_back(column);
    }
    for (const auto& option : command_.options) {
        if (!option.required || option.present(given)) continue;
        if (std::find(used.begin(), used.end(), &option) != used.end()) continue;
        throw missing(command_, option, header);
    }
    return columns;
}

}  // namespace dcadmin::cli
