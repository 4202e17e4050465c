// SPDX-License-Identifier: Apache-2.0
#include "registers/named_columns.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::registers {

namespace {

std::string key_of(std::string_view header) {
    std::string key = text::ascii_lower(text::trimmed(header));
    std::ranges::replace_if(
        key, [](char c) { return c == '-' || c == ' '; }, '_');
    return key;
}

bool is_called(const NamedColumn& column, std::string_view key) {
    if (column.name == key) return true;
    const auto dutch = text::split(column.dutch, '|');
    return std::ranges::find(dutch, key) != dutch.end();
}

}  // namespace

NamedColumns::NamedColumns(std::span<const NamedColumn> columns, const Reading& reading)
    : columns_(columns), reading_(reading), places_(columns.size()) {
    for (std::size_t place = 0; place < reading.columns().size(); ++place) {
        const std::string key = key_of(reading.columns()[place]);
        if (key.starts_with("x_")) continue;
        const auto found = std::ranges::find_if(
            columns, [&](const NamedColumn& column) { return is_called(column, key); });
        const auto at = static_cast<std::size_t>(found - columns.begin());
        if (found == columns.end() || places_[at]) {
            std::vector<std::string_view> names;
            for (const NamedColumn& column : columns) names.push_back(column.name);
            throw bad_cell(
                reading.name(), 1, place, reading.columns()[place],
                found == columns.end() ? "no such column" : "a column that stands twice",
                say("its columns are {}; one of your own begins with x_", fmt::join(names, ", ")));
        }
        places_[at] = place;
    }
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at].needed || places_[at]) continue;
        throw Error(Kind::usage,
                    say("{}, line 1: the column '{}' is missing", text::escaped(reading.name()),
                        columns[at].name),
                    "", "file");
    }
}

std::string_view NamedColumns::cell(std::size_t column) const {
    if (!places_[column]) return {};
    return text::trimmed(reading_.cells()[*places_[column]]);
}

std::string_view NamedColumns::needed(std::size_t column) const {
    const std::string_view text = cell(column);
    if (text.empty()) reading_.refuse(places_[column].value_or(0), "it is empty");
    return text;
}

std::string NamedColumns::day(std::size_t column) const {
    return read(column, [](std::string_view text) {
        return text.empty() ? std::string() : Date::parse(text).iso();
    });
}

void NamedColumns::refuse(std::size_t column, const Error& error) const {
    reading_.refuse(places_[column].value_or(0), error.message(), error.hint());
}

}  // namespace dcadmin::registers
