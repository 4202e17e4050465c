// SPDX-License-Identifier: Apache-2.0
// How a table that is wider than its terminal is shown whole all the same: cells fold within their
// column at blanks, and where not even their longest words fit side by side, each row becomes a
// block of names and values. Widths are those that a terminal shows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::output {

/// What becomes of a word that is wider than a line.
enum class LongWords { broken, kept };

/// The text in lines of at most `columns`: folded at blanks, else after a hyphen between letters.
/// Never empty: an empty text is one empty line.
[[nodiscard]] std::vector<std::string_view> folded(std::string_view text, std::size_t columns,
                                                   LongWords words);

/// The widest piece of the text that folding keeps together.
[[nodiscard]] std::size_t widest_piece(std::string_view text);

using Cells = std::vector<std::string>;

/// plain: each row is a line; folded: cells take several lines; blocks: a line per cell.
enum class Layout { plain, folded, blocks };

struct Sizes {
    Layout layout = Layout::plain;
    std::vector<std::size_t> widths;  // of the columns
};

/// Chooses what reads best for these rows on a terminal of `columns` (0: there is none to fit).
[[nodiscard]] Sizes sizes_of(const Cells& headings, const std::vector<Cells>& rows,
                             unsigned columns);

/// Between two columns.
inline constexpr std::size_t gap = 2;

}  // namespace dcadmin::output
