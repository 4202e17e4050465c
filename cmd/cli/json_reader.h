// SPDX-License-Identifier: Apache-2.0
// Reads JSON lines: one flat object per line, its keys the columns. The guard against hostile
// input stands here and nowhere else: a line of at most 1 MiB, no nesting beyond a list of texts,
// no key twice, no NUL, UTF-8 throughout.
#pragma once

#include "cli/input_file.h"
#include "cli/raw_row.h"

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

}  // namespace dcadmin::cli
