// SPDX-License-Identifier: Apache-2.0
#include "cli/foreign_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {

NamedColumns::NamedColumns(Context& context, const void* given) : command_(context.command()) {
    if (!takes_any_column(command_)) return;
    for (const Option& option : context.command().options) {
        if (option.name != "map" || !option.present(given)) continue;
        context.each_line({option.shown(given)}, [this](std::string_view line) {
            if (!text::trimmed(line).empty()) take(line);
        });
    }
}

void NamedColumns::take(std::string_view line) {
    const auto comma = line.find_first_of(",;\t");
    const auto ours = column_key(line.substr(0, comma));
    const auto theirs = comma == std::string_view::npos ? std::string_view()
                                                        : text::trimmed(line.substr(comma + 1));
    if (theirs.empty()) {
        throw Error(Kind::usage, say("'{}' maps no header", text::escaped(line)),
                    "write lines: our column,their header", "map");
    }
    std::vector<std::string> known;
    for (Option& option : command_.options) {
        if (!option.column) continue;
        known.push_back(option.column_name());
        if (option.column_name() != ours) continue;
        // Their header names this column alone.
        for (Option& other : command_.options) {
            std::erase_if(other.dutch, [&](std::string_view name) {
                return column_key(name) == column_key(theirs);
            });
        }
        option.dutch.push_back(headers_.emplace_back(theirs));
        return;
    }
    throw Error(Kind::usage, say("no column '{}'", text::escaped(line.substr(0, comma))),
                say("columns: {}", fmt::join(known, ", ")), "map");
}

void NamedColumns::tell_left_out(Context& context, const std::vector<std::string>& header) const {
    if (!takes_any_column(command_)) return;
    const Columns known(command_);
    std::vector<std::string> left;
    for (const std::string& name : header) {
        const auto column = known.find(name);
        const bool own = column.outcome || column_key(name).starts_with("x_");
        if (column.option == nullptr && !own) left.push_back(text::escaped(name));
    }
    if (!left.empty()) context.note(say("left out: {}", fmt::join(left, ", ")));
}

}  // namespace dcadmin::cli
