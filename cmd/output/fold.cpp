// SPDX-License-Identifier: Apache-2.0
#include "output/fold.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <numeric>

namespace dcadmin::output {
namespace {

// More lines than this for an average row, and a block reads better.
constexpr std::size_t most_lines = 3;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 128;
}

/// Bytes of the character that begins at `at`, with the marks that stand upon it.
std::size_t character_size(std::string_view text, std::size_t at) {
    const auto next = [&](std::size_t from) {
        ++from;
        while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xc0) == 0x80) {
            ++from;
        }
        return from;
    };
    auto end = next(at);
    while (end < text.size()) {
        const auto more = next(end);
        if (text::width(text.substr(end, more - end)) > 0) break;
        end = more;
    }
    return end - at;
}

/// Where the piece that begins at `at` ends: before a blank, or after a hyphen between letters.
std::size_t piece_end(std::string_view text, std::size_t at) {
    for (auto i = at; i < text.size(); ++i) {
        if (text[i] == ' ') return i;
        const bool hyphen = text[i] == '-' && i > at && i + 1 < text.size();
        if (hyphen && is_letter(text[i - 1]) && is_letter(text[i + 1])) return i + 1;
    }
    return text.size();
}

/// The most of the text, from `at` on, that is at most `columns` wide; one character at least.
std::size_t cut_end(std::string_view text, std::size_t at, std::size_t end, std::size_t columns) {
    std::size_t used = 0;
    for (auto i = at; i < end;) {
        const auto size = character_size(text, i);
        used += text::width(text.substr(i, size));
        if (used > columns && i > at) return i;
        i += size;
    }
    return end;
}

std::size_t total(const std::vector<std::size_t>& widths) {
    if (widths.empty()) return 0;
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

void widen(std::vector<std::size_t>& widths, const Cells& cells,
           std::size_t (*measure)(std::string_view)) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        widths[i] = std::max(widths[i], measure(cells[i]));
    }
}

/// Takes from the widest column that has something to give until it fits.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least,
            std::size_t columns) {
    for (auto now = total(widths); now > columns; --now) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] <= least[i]) continue;
            if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

std::size_t lines_of(const Cells& cells, const std::vector<std::size_t>& widths) {
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        lines = std::max(lines, folded(cells[i], widths[i], LongWords::broken).size());
    }
    return lines;
}

}  // namespace

std::vector<std::string_view> folded(std::string_view text, std::size_t columns, LongWords words) {
    if (columns == 0 || text::width(text) <= columns) return {text};
    std::vector<std::string_view> lines;
    std::size_t begin = 0;  // of the line
    std::size_t end = 0;    // of what fits on it
    const auto finish = [&](std::size_t at) {
        lines.push_back(text.substr(begin, at - begin));
        begin = std::min(text.find_first_not_of(' ', at), text.size());
        end = begin;
    };
    while (end < text.size()) {
        const auto from = std::min(text.find_first_not_of(' ', end), text.size());
        const auto to = piece_end(text, from);
        if (text::width(text.substr(begin, to - begin)) <= columns) {
            end = to;
        } else if (end > begin) {
            finish(end);
        } else {
            finish(words == LongWords::kept ? to : cut_end(text, begin, to, columns));
        }
    }
    if (end > begin) finish(end);
    return lines;
}

std::size_t widest_piece(std::string_view text) {
    std::size_t widest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = piece_end(text, at);
        widest = std::max(widest, text::width(text.substr(at, end - at)));
        at = std::min(text.find_first_not_of(' ', end), text.size());
    }
    return widest;
}

Sizes sizes_of(const Cells& headings, const std::vector<Cells>& rows, unsigned columns) {
    std::vector<std::size_t> natural(headings.size());
    widen(natural, headings, text::width);
    for (const auto& cells : rows) widen(natural, cells, text::width);
    if (columns == 0 || total(natural) <= columns) return {Layout::plain, natural};

    std::vector<std::size_t> least(headings.size());
    widen(least, headings, widest_piece);
    for (const auto& cells : rows) widen(least, cells, widest_piece);
    if (total(least) > columns) return {Layout::blocks, natural};
    narrow(natural, least, columns);
    std::size_t lines = 0;
    for (const auto& cells : rows) lines += lines_of(cells, natural);
    const bool tall = lines > most_lines * rows.size();
    return {tall ? Layout::blocks : Layout::folded, natural};
}

}  // namespace dcadmin::output
