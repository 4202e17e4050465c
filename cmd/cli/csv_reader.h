// SPDX-License-Identifier: Apache-2.0
// Reads CSV (RFC 4180) with libcsv: comma, semicolon or tab as the header shows, quotes, CRLF or
// LF, UTF-8 with or without a byte-order mark. The file goes through in pieces of 64 KiB; whatever
// its size, no more than one row beyond that is held. What breaks the structure (a lost quote, a
// row without end) stops the reading with line and column; what is wrong within a row is that
// row's.
#pragma once

#include "cli/input_file.h"
#include "cli/raw_row.h"

#include <memory>
#include <string>
#include <vector>

struct csv_parser;

namespace dcadmin::cli {

class CsvReader {
   public:
    /// Reads the header. Throws usage when there is none.
    explicit CsvReader(InputFile& file);

    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    [[nodiscard]] char separator() const { return separator_; }

    /// Fills the row; false at the end.
    [[nodiscard]] bool next(RawRow& row);
    /// Back to the first row after the header.
    void rewind();

   private:
    struct Freed {
        void operator()(csv_parser* parser) const;
    };
    struct Cell {
        std::size_t begin;
        std::size_t size;
    };
    struct RowEnd {
        std::size_t cells;  // of this row and those before it in the piece
        std::uint64_t line;
    };

    void init();
    void start();
    /// Reads until there is a whole row; false at the end of the file.
    bool fill();
    void feed(std::span<const char> piece);
    void forget_taken();
    void take(RawRow& row);
    [[nodiscard]] std::string name_of_column(std::size_t place) const;
    [[noreturn]] void refuse_structure(std::string_view what) const;
    static void on_cell(void* bytes, std::size_t size, void* self);
    static void on_row(int end, void* self);
    [[nodiscard]] std::string_view text(const Cell& cell) const {
        return std::string_view(text_).substr(cell.begin, cell.size);
    }

    InputFile& file_;
    std::unique_ptr<csv_parser, Freed> parser_;
    std::vector<std::string> columns_;
    char separator_ = ',';
    std::string text_;            // of the rows read and not yet taken
    std::vector<Cell> cells_;     // into text_
    std::vector<RowEnd> rows_;    // into cells_
    std::size_t taken_ = 0;       // rows given out
    std::uint64_t line_ = 1;      // where the parser is
    std::uint64_t row_line_ = 1;  // where its row began
    bool after_cr_ = false;
    bool at_end_ = false;
    std::vector<char> buffer_;
};

}  // namespace dcadmin::cli
