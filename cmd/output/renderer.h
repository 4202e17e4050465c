// SPDX-License-Identifier: Apache-2.0
// Writes rows of values in one of the four formats. Rows are written as they come, so a list of a
// million needs no memory of its own; a table looks at its first rows to choose how it is laid out.
#pragma once

#include "output/fold.h"
#include "output/value.h"
#include "output/view.h"
#include "output/writer.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dcadmin::output {

enum class Format { table, json, jsonl, csv };

struct Style {
    Format format = Format::table;
    bool reveal = false;       // whole national numbers
    bool spreadsheet = false;  // CSV cells that a spreadsheet would run are made harmless
    bool bold = false;         // headings of tables
    unsigned columns = 0;      // of the terminal; 0 when there is none to fit
};

class Renderer {
   public:
    /// `keys` must outlive the renderer.
    Renderer(Writer& out, const Style& style, Names names, std::vector<std::string_view> keys);

    void row(std::span<const Value> values);
    /// To be called once, after the last row.
    void end();
    /// Instead of rows: a single item.
    void item(std::span<const Value> values);

   private:
    void csv_header();
    void csv_line(std::span<const Value> values);
    void json_object(std::span<const Value> values);
    void table_row(std::span<const Value> values);
    void table_begin();
    void table_cells(const Cells& cells);
    void table_line(std::span<const std::string_view> cells, bool bold);
    void table_folded(const Cells& cells, bool bold);
    void table_block(const Cells& cells);
    /// A name and its text, which may be of several lines.
    void named_text(std::string_view name, std::size_t width, std::string_view text,
                    LongWords words);

    Writer& out_;
    Style style_;
    Names names_;
    std::vector<std::string_view> keys_;
    std::uint64_t rows_ = 0;
    std::string line_;
    std::vector<Cells> held_;     // first rows of a table
    std::optional<Sizes> sizes_;  // none until chosen
    std::uint64_t blocks_ = 0;    // that were written
};

/// Appends one CSV cell (RFC 4180). With `harmless`, one that a spreadsheet would take for a
/// formula gets an apostrophe in front.
void append_csv_cell(std::string& to, std::string_view text, char separator, bool harmless);

}  // namespace dcadmin::output
