// SPDX-License-Identifier: Apache-2.0
// The columns of the files that stand in for registers: known by their English or Dutch names in
// any order and case, as in every other file of requests; columns that begin with x_ are the
// user's own.
#pragma once

#include "registers/reading.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::registers {

struct NamedColumn {
    std::string_view name;
    std::string_view dutch;  // several separated by '|'
    bool needed = false;
};

class NamedColumns {
   public:
    /// Refuses a header with a column that is unknown or stands twice, or without a needed one.
    NamedColumns(std::span<const NamedColumn> columns, const Reading& reading);

    /// The cell of that column in the current row, trimmed; empty when the file does not have it.
    [[nodiscard]] std::string_view cell(std::size_t column) const;
    /// The same, refused when it is empty.
    [[nodiscard]] std::string_view needed(std::size_t column) const;
    /// Runs what reads the cell; what it throws is refused as that cell's.
    template <class Read>
    auto read(std::size_t column, Read read) const {
        try {
            return read(cell(column));
        } catch (const Error& error) {
            refuse(column, error);
        }
    }
    /// As 2026-12-01, or empty.
    [[nodiscard]] std::string day(std::size_t column) const;
    /// Refuses the current row because of that column.
    [[noreturn]] void refuse(std::size_t column, const Error& error) const;

   private:
    std::span<const NamedColumn> columns_;
    const Reading& reading_;
    std::vector<std::optional<std::size_t>> places_;
};

}  // namespace dcadmin::registers
