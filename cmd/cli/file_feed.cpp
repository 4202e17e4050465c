// SPDX-License-Identifier: Apache-2.0
#include "cli/file_feed.h"

#include "cli/report.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {

FileFeed::FileFeed(const Command& command, InputFile& file, InputFormat format, const void* given,
                   Date today, std::vector<bulk::State> only)
    : command_(command),
      file_(file),
      format_(format),
      given_(given),
      today_(today),
      only_(std::move(only)),
      known_(command),
      made_(command.make_options()),
      blank_(command.make_options()) {
    options_ = made_.get();
    for (const auto& option : command_.options) option.copy(made_.get(), given_);
    if (format_ == InputFormat::jsonl) {
        reader_.emplace<JsonReader>(file_);
        return;
    }
    columns_ = known_.find_all(reader_.emplace<CsvReader>(file_).columns(), given_);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].state) state_column_ = i;
    }
    if (!only_.empty() && !state_column_) {
        throw Error(Kind::usage, "--only needs a file with a column '_state'",
                    "give it the outcome file of an earlier run", "only");
    }
}

bool FileFeed::next_raw() {
    for (;;) {
        const bool more = std::visit(
            [this](auto& reader) {
                if constexpr (std::is_same_v<std::decay_t<decltype(reader)>, std::monostate>) {
                    return false;
                } else {
                    return reader.next(raw_);
                }
            },
            reader_);
        position_ = file_.position();
        if (!more) {
            file_.check_unchanged();
            return false;
        }
        ++number_;
        if (format_ == InputFormat::jsonl) meet_new_columns();
        if (taken()) return true;
    }
}

bool FileFeed::taken() const {
    if (only_.empty() || !state_column_ || raw_.cells.size() <= *state_column_) return true;
    const auto word = text::trimmed(raw_.cells[*state_column_]);
    return std::any_of(only_.begin(), only_.end(),
                       [word](bulk::State state) { return bulk::name_of(state) == word; });
}

void FileFeed::meet_new_columns() {
    const auto& names = columns();
    while (columns_.size() < names.size()) {
        Columns::Column column;
        std::string why;
        try {
            column = known_.find(names[columns_.size()]);
        } catch (const Error& error) {
            why = error.hint().empty() ? error.message()
                                       : fmt::format("{}; {}", error.message(), error.hint());
        }
        if (column.state) state_column_ = columns_.size();
        columns_.push_back(column);
        unknown_.push_back(std::move(why));
    }
}

bool FileFeed::next() {
    if (!next_raw()) return false;
    problem_ = raw_.problem;
    if (problem_) return true;
    try {
        make_options();
    } catch (const Error& error) {
        add_problem(error);
    }
    return true;
}

// The first mistake of a row keeps its place and kind; those after it are named behind it.
void FileFeed::add_problem(const Error& error) {
    if (!problem_) {
        problem_ = error;
        return;
    }
    problem_ = Error(problem_->kind(),
                     fmt::format("{}; {}: {}", told(problem_->message(), problem_->hint()),
                                 place_in_row(error.field()), told(error.message(), error.hint())),
                     "", problem_->field());
}

void FileFeed::make_options() {
    if (format_ == InputFormat::jsonl) {
        // Each line has keys of its own: what it does not have, an earlier one may have left.
        refuse_keys();
        for (const auto& option : command_.options) option.copy(made_.get(), given_);
    }
    wrong_.clear();
    for (std::size_t i = 0; i < raw_.cells.size(); ++i) {
        const auto* option = columns_[i].option;
        if (option == nullptr) continue;
        if (!raw_.cells[i].empty()) {
            assign(*option, raw_.cells[i]);
        } else if (format_ == InputFormat::csv) {
            option->copy(made_.get(), given_);
        }
    }
    for (const auto& option : command_.options) {
        if (!option.required || option.present(made_.get())) continue;
        const bool wrong = std::find(wrong_.begin(), wrong_.end(), &option) != wrong_.end();
        if (wrong) continue;
        add_problem(Error(Kind::usage, say("{} is missing", option.column_name()), "",
                          std::string(option.name)));
    }
}

void FileFeed::refuse_keys() const {
    std::vector<const Option*> seen;
    for (std::size_t i = 0; i < raw_.cells.size(); ++i) {
        if (raw_.cells[i].empty()) continue;
        if (!unknown_[i].empty()) throw Error(Kind::usage, unknown_[i]);
        const auto* option = columns_[i].option;
        if (option != nullptr && std::find(seen.begin(), seen.end(), option) != seen.end()) {
            throw Error(Kind::usage, say("{} is given twice, as '{}' too", option->column_name(),
                                         text::escaped(columns()[i])));
        }
        seen.push_back(option);
    }
}

void FileFeed::assign(const Option& option, std::string_view cell) {
    // A list begins anew with every row; a single value is replaced as it is.
    if (option.several) option.copy(made_.get(), blank_.get());
    try {
        option.assign(made_.get(), cell, {today_, option.name});
    } catch (const Error& error) {
        add_problem(error.about(option.name));
        wrong_.push_back(&option);
    }
}

void FileFeed::rewind() {
    number_ = 0;
    std::visit(
        [](auto& reader) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(reader)>, std::monostate>) {
                reader.rewind();
            }
        },
        reader_);
}

const std::vector<std::string>& FileFeed::columns() const {
    if (const auto* csv = std::get_if<CsvReader>(&reader_)) return csv->columns();
    return std::get<JsonReader>(reader_).columns();
}

char FileFeed::separator() const {
    const auto* csv = std::get_if<CsvReader>(&reader_);
    return csv == nullptr ? ',' : csv->separator();
}

std::string_view FileFeed::json_line() const {
    return std::get<JsonReader>(reader_).line();
}

std::vector<std::pair<std::string, std::string>> FileFeed::cells() const {
    std::vector<std::pair<std::string, std::string>> cells;
    if (raw_.problem) return cells;
    for (std::size_t i = 0; i < std::min(raw_.cells.size(), columns_.size()); ++i) {
        if (columns_[i].option == nullptr || raw_.cells[i].empty()) continue;
        cells.emplace_back(columns_[i].option->column_name(), raw_.cells[i]);
    }
    return cells;
}

std::vector<std::size_t> FileFeed::echoed() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].outcome) places.push_back(i);
    }
    return places;
}

std::string FileFeed::place(std::string_view field) const {
    const auto where = place_in_row(field);
    return say("line {}{}{}", raw_.line, where.empty() ? "" : ", ", where);
}

std::string FileFeed::place_in_row(std::string_view field) const {
    const auto key = column_key(field);
    for (std::size_t i = 0; i < columns_.size() && !key.empty(); ++i) {
        const auto* option = columns_[i].option;
        const bool named =
            option != nullptr ? column_key(option->name) == key : column_key(columns()[i]) == key;
        if (!named) continue;
        // JSON keys of the same column by another name are columns of their own here.
        if (format_ == InputFormat::jsonl && (i >= raw_.cells.size() || raw_.cells[i].empty()))
            continue;
        if (format_ == InputFormat::jsonl) return text::escaped(columns()[i]);
        return say("column {} ({})", i + 1, text::escaped(columns()[i]));
    }
    return "";
}

}  // namespace dcadmin::cli
