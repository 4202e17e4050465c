// SPDX-License-Identifier: Apache-2.0
// The rows of one result that have come and are not read yet. A few thousand stand in memory; when
// the connection is wanted for something else before they are read, the rest waits in a file that
// nobody else can open, so that memory stays bounded however many rows there are.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::store::postgres {

class Rows {
   public:
    /// Takes a row of a result behind those it has.
    void add(const PGresult* result, int row);
    /// Moves what is in memory to the file when it has become much.
    void spill_when_large();
    /// Moves to the next row; false when there is none (yet).
    [[nodiscard]] bool next();
    void clear();

    [[nodiscard]] bool is_null(int column) const { return cell(column).data() == nullptr; }
    /// Of the current row, until the next one; empty for a null.
    [[nodiscard]] std::string_view text(int column) const { return cell(column); }

   private:
    [[nodiscard]] std::string_view cell(int column) const {
        return cells_.at(static_cast<std::size_t>(column));
    }
    void take_block();
    void write_block();

    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string now_;  // being read, and how far
    std::size_t at_ = 0;
    std::string ahead_;                           // being filled
    std::unique_ptr<std::FILE, CloseFile> file_;  // stands between the two
    std::deque<std::size_t> blocks_;              // sizes of what is in the file
    long read_ = 0;                               // of the file
    std::vector<std::string_view> cells_;
};

}  // namespace dcadmin::store::postgres
