// SPDX-License-Identifier: Apache-2.0
// A file of a register, read and taken apart by a second thread while the first one writes what it
// holds. At most a few blocks of rows are in memory. What is wrong names the file, the line and the
// column.
#pragma once

#include "bulk/channel.h"

#include <dcadmin/registers.h>

#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace dcadmin::registers {

/// The rows of one block: their cells one after the other in one text.
struct Block {
    struct Cell {
        std::uint32_t begin;
        std::uint32_t size;
    };
    struct Row {
        std::uint64_t line;
        std::uint32_t end;  // into cells
    };
    std::string text;
    std::vector<Cell> cells;
    std::vector<Row> rows;
};

/// "enterprise.csv, line 5, column 7 (StartDate): …", as usage about the file.
[[nodiscard]] Error bad_cell(std::string_view file, std::uint64_t line, std::size_t column,
                             std::string_view name, std::string_view why,
                             std::string_view hint = {});

class Reading {
   public:
    /// `file` must be open at its beginning.
    Reading(std::string name, std::unique_ptr<TableFile> file);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading();

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    /// Moves to the next row; false at the end. Throws what the file is refused with.
    [[nodiscard]] bool next();
    [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }
    [[nodiscard]] std::uint64_t line() const { return line_; }
    /// The current row is refused because of this cell.
    [[noreturn]] void refuse(std::size_t column, std::string_view why,
                             std::string_view hint = {}) const;
    /// After the last row.
    [[nodiscard]] ImportedFile imported() const { return {name_, digest_, rows_}; }

   private:
    void work();
    void fill(Block& block);

    std::string name_;
    std::unique_ptr<TableFile> file_;
    std::vector<std::string> columns_;
    bulk::Channel<Block> blocks_;
    Block block_;
    std::size_t at_ = 0;
    std::vector<std::string_view> cells_;
    std::uint64_t line_ = 0;
    std::uint64_t rows_ = 0;
    bool ended_ = false;
    std::string digest_;  // the reader's, until the channel has ended
    std::thread reader_;
};

/// Opens a file that must be there. Throws not_found naming it.
[[nodiscard]] std::unique_ptr<TableFile> open_needed(const OpenTable& open,
                                                     const std::string& name);
/// Refuses a header that is not exactly this one, naming the column.
void require_columns(const std::string& name, const std::vector<std::string>& found,
                     std::span<const std::string_view> wanted);

}  // namespace dcadmin::registers
