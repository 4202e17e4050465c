// SPDX-License-Identifier: Apache-2.0
// Tables for people: as wide as the terminal, what does not fit cut with '…', nothing that a
// terminal would obey.
#include "output/renderer.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace dcadmin::output {
namespace {

constexpr std::size_t rows_looked_at = 500;
constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 6;

std::string heading(std::string_view key) {
    std::string text(key);
    for (char& c : text) {
        if (c == '_') c = ' ';
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

std::vector<std::size_t> fit_widths(std::vector<std::size_t> natural, unsigned columns) {
    if (columns == 0 || natural.empty()) return natural;
    const std::size_t gaps = gap * (natural.size() - 1);
    auto total = std::accumulate(natural.begin(), natural.end(), gaps);
    while (total > columns) {
        const auto widest = std::max_element(natural.begin(), natural.end());
        if (*widest <= narrowest) break;
        --*widest;
        --total;
    }
    return natural;
}

void Renderer::table_row(std::span<const Value> values) {
    std::vector<std::string> cells;
    cells.reserve(values.size());
    for (const auto& value : values) {
        std::string cell;
        append_text(cell, value, Reader::person, style_.reveal);
        cells.push_back(text::escaped(cell));
    }
    if (!widths_.empty()) return table_line(cells, false);
    held_.push_back(std::move(cells));
    if (held_.size() >= rows_looked_at) table_begin();
}

void Renderer::table_begin() {
    std::vector<std::string> headings;
    std::vector<std::size_t> widths;
    for (const auto key : keys_) {
        headings.push_back(heading(key));
        widths.push_back(headings.back().size());
    }
    for (const auto& cells : held_) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], text::width(cells[i]));
        }
    }
    widths_ = fit_widths(std::move(widths), style_.columns);
    if (rows_ > 0) table_line(headings, style_.bold);
    for (const auto& cells : std::exchange(held_, {})) table_line(cells, false);
}

void Renderer::table_line(const std::vector<std::string>& cells, bool bold) {
    line_ = bold ? "\x1b[1m" : "";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool last = i + 1 == cells.size();
        const auto cell =
            style_.columns > 0 && widths_[i] > 0 ? text::fitted(cells[i], widths_[i]) : cells[i];
        line_ += widths_[i] == 0 ? text::escaped(cell) : cell;
        if (last) break;
        const auto used = text::width(cell);
        line_.append((used < widths_[i] ? widths_[i] - used : 0) + gap, ' ');
    }
    while (line_.ends_with(' ')) line_.pop_back();
    line_ += bold ? "\x1b[0m\n" : "\n";
    out_.write(line_);
}

}  // namespace dcadmin::output
