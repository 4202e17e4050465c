// SPDX-License-Identifier: Apache-2.0
// Tables for people: folded to the terminal so that nothing is lost, and nothing in them that a
// terminal would obey. Where there is no terminal a row is a line.
#include "output/renderer.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <utility>

namespace dcadmin::output {
namespace {

constexpr std::size_t rows_looked_at = 500;
// A value needs that much room beside its name to be folded there.
constexpr std::size_t narrowest = 12;

std::string heading(std::string_view key) {
    std::string text(key);
    for (char& c : text) {
        if (c == '_') c = ' ';
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

void Renderer::table_row(std::span<const Value> values) {
    Cells cells;
    cells.reserve(values.size());
    for (const auto& value : values) {
        std::string cell;
        append_text(cell, value, Reader::person, style_.reveal);
        cells.push_back(text::escaped(cell));
    }
    if (sizes_) return table_cells(cells);
    held_.push_back(std::move(cells));
    if (held_.size() >= rows_looked_at) table_begin();
}

void Renderer::table_begin() {
    Cells headings;
    for (const auto key : keys_) headings.push_back(heading(key));
    sizes_ = sizes_of(headings, held_, style_.columns);
    if (rows_ > 0 && sizes_->layout != Layout::blocks) table_folded(headings, style_.bold);
    for (const auto& cells : std::exchange(held_, {})) table_cells(cells);
}

void Renderer::table_cells(const Cells& cells) {
    if (sizes_->layout == Layout::blocks) return table_block(cells);
    table_folded(cells, false);
}

void Renderer::table_folded(const Cells& cells, bool bold) {
    // Where there is no terminal to fit, a row that is wider than the first ones stays a line.
    if (style_.columns == 0) {
        return table_line(std::vector<std::string_view>(cells.begin(), cells.end()), bold);
    }
    std::vector<std::vector<std::string_view>> columns;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(folded(cells[i], sizes_->widths[i], LongWords::broken));
        lines = std::max(lines, columns.back().size());
    }
    std::vector<std::string_view> line(cells.size());
    for (std::size_t at = 0; at < lines; ++at) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            line[i] = at < columns[i].size() ? columns[i][at] : std::string_view{};
        }
        table_line(line, bold);
    }
}

void Renderer::table_line(std::span<const std::string_view> cells, bool bold) {
    line_ = bold ? "\x1b[1m" : "";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line_ += cells[i];
        if (i + 1 == cells.size()) break;
        const auto used = text::width(cells[i]);
        const auto width = sizes_->widths[i];
        line_.append((used < width ? width - used : 0) + gap, ' ');
    }
    while (line_.ends_with(' ')) line_.pop_back();
    line_ += bold ? "\x1b[0m\n" : "\n";
    out_.write(line_);
}

void Renderer::table_block(const Cells& cells) {
    if (blocks_++ > 0) out_.write("\n");
    std::size_t widest = 0;
    for (const auto key : keys_) widest = std::max(widest, key.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        named_text(heading(keys_[i]), widest, cells[i], LongWords::broken);
    }
}

// A text of several lines stays one, each line made harmless by itself.
void Renderer::named_text(std::string_view name, std::size_t width, std::string_view text,
                          LongWords words) {
    const auto before = width + gap;
    const auto room = style_.columns >= before + narrowest ? style_.columns - before : 0;
    while (text.ends_with('\n')) text.remove_suffix(1);
    line_ = name;
    for (const auto part : text::split(text, '\n')) {
        const auto safe = text::escaped(part);
        for (const auto line : folded(safe, room, words)) {
            if (!line.empty()) line_.append(before - std::min(before, line_.size()), ' ');
            line_ += line;
            while (line_.ends_with(' ')) line_.pop_back();
            line_ += '\n';
            out_.write(line_);
            line_.clear();
        }
    }
}

}  // namespace dcadmin::output
