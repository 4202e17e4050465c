// SPDX-License-Identifier: Apache-2.0
// The feed of rows from a file, in either format, with what the outcome needs to echo them: the
// line of each row, and its cells as they came.
#pragma once

#include "cli/bulk_line.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/csv_reader.h"
#include "cli/json_reader.h"
#include "cli/row_feed.h"

#include <atomic>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace dcadmin::cli {

class FileFeed final : public RowFeed {
   public:
    /// `given` are the Options of the command line: what a row does not say, they say. Of an
    /// outcome file only rows in the states `only` are taken, when it names any.
    FileFeed(const Command& command, InputFile& file, InputFormat format, const void* given,
             Date today, std::vector<bulk::State> only);

    [[nodiscard]] bool next() override;
    void rewind() override;
    [[nodiscard]] std::uint64_t expected_bytes() const override { return file_.size(); }

    /// Reads the next row that is taken, without making Options of it.
    [[nodiscard]] bool next_raw();
    [[nodiscard]] const RawRow& raw() const { return raw_; }
    /// "line 12", or "line 12, column 3 (right)" when the field at fault is a column.
    [[nodiscard]] std::string place(std::string_view field) const;

    [[nodiscard]] InputFormat format() const { return format_; }
    /// The columns to echo, by their place: all but those of an earlier outcome.
    [[nodiscard]] std::vector<std::size_t> echoed() const;
    [[nodiscard]] const std::vector<std::string>& columns() const;
    [[nodiscard]] char separator() const;
    [[nodiscard]] std::string_view json_line() const;
    /// The cells of the row that was read last, by the names of their columns; none of a row that
    /// could not be read.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> cells() const;
    /// Bytes read so far, for progress; may be asked from another thread.
    [[nodiscard]] std::uint64_t position() const { return position_.load(); }

   private:
    [[nodiscard]] bool taken() const;
    void make_options();
    void refuse_keys() const;
    void assign(const Option& option, std::string_view cell);
    void add_problem(const Error& error);
    /// "column 3 (right)", or the key of a JSON line; empty when no column is at fault.
    [[nodiscard]] std::string place_in_row(std::string_view field) const;
    /// JSON lines may bring new keys with every row.
    void meet_new_columns();

    const Command& command_;
    InputFile& file_;
    InputFormat format_;
    const void* given_;
    Date today_;
    std::vector<bulk::State> only_;
    Columns known_;
    std::variant<std::monostate, CsvReader, JsonReader> reader_;
    std::vector<Columns::Column> columns_;
    std::vector<std::string> unknown_;  // by place: why a JSON key is none of ours
    AnyOptions made_;
    AnyOptions blank_;
    RawRow raw_;
    std::vector<const Option*> wrong_;  // of the row: those with a cell that is refused
    std::optional<std::size_t> state_column_;
    std::atomic<std::uint64_t> position_ = 0;
};

}  // namespace dcadmin::cli
