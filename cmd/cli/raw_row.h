// SPDX-License-Identifier: Apache-2.0
// One row of an input file as text, whatever the format: its cells by the place of their column in
// the reader's list of columns. The texts are the reader's and hold until the next row.
#pragma once

#include <dcadmin/error.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

/// A row longer than this is a mistake, or an attack.
inline constexpr std::size_t longest_row = std::size_t{1} << 20;

struct RawRow {
    std::uint64_t line = 0;               // where it begins, counted from 1
    std::vector<std::string_view> cells;  // empty: absent
    std::optional<Error> problem;         // why it cannot be read as a row
};

/// Whether all bytes are ASCII without NUL: the common case, told quickly.
[[nodiscard]] bool is_plain_ascii(std::string_view text);

}  // namespace dcadmin::cli
