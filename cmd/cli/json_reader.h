// SPDX-License-Identifier: Apache-2.0
// Reads JSON lines: one flat object per line, its keys the columns. The guard against hostile
// input stands here and nowhere else: a line of at most 1 MiB, no nesting beyond a list of texts,
// no key twice, no NUL, UTF-8 throughout. Lines with structure, those of plans, are read whole into
// a small tree, behind the same guard but with a depth and a length of their own.
#pragma once

#include "cli/input_file.h"
#include "cli/raw_row.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

class JsonReader {
   public:
    explicit JsonReader(InputFile& file) : file_(file) {}

    /// The keys met so far; a row's cells are in their order.
    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    [[nodiscard]] bool next(RawRow& row);
    void rewind();
    /// The line of the row that was read last.
    [[nodiscard]] std::string_view line() const { return line_; }

   private:
    bool read_line();
    void parse(RawRow& row);

    InputFile& file_;
    std::vector<std::string> columns_;
    std::vector<std::string> texts_;  // of the cells, kept for the views in the row
    std::string line_;
    std::string buffer_;
    std::size_t used_ = 0;
    std::uint64_t lines_ = 0;
    bool at_end_ = false;
};

/// The line with what became of its row: the keys of an earlier outcome replaced by `members`
/// (already JSON, `"_row":1,…`). A line that is no object is kept as text under x_line.
[[nodiscard]] std::string with_outcome(std::string_view line, std::string_view members);

/// A value of a line with structure.
struct Json {
    enum class Type { null, text, number, truth, list, object };
    Type type = Type::null;
    std::string text;                // of a text; of a number as it stands
    std::vector<std::string> names;  // of an object: those of its items
    std::vector<Json> items;

    /// Null when the object has no such member.
    [[nodiscard]] const Json* find(std::string_view name) const;
};

/// Throws usage for what is no JSON, is nested deeper than `deepest`, has a key twice or a NUL, or
/// is not UTF-8; the message goes on from "line 3 ".
[[nodiscard]] Json read_json(std::string_view line, std::size_t deepest);

}  // namespace dcadmin::cli
