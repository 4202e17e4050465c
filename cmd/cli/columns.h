// SPDX-License-Identifier: Apache-2.0
// Which option a column of a file stands for: its own name or one of its Dutch names, in any case,
// with '_', '-' or blanks between words. Columns that begin with x_ are the user's own; those that
// begin with _ come from an outcome file.
#pragma once

#include "cli/command.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

class Columns {
   public:
    /// `command` must outlive it.
    explicit Columns(const Command& command) : command_(command) {}

    /// What one column is. `option` is null for one whose cells are not looked at.
    struct Column {
        const Option* option = nullptr;
        bool state = false;    // _state of an outcome file
        bool outcome = false;  // any of an outcome file's
    };

    /// Throws usage for an unknown column, naming the nearest known one.
    [[nodiscard]] Column find(std::string_view header) const;
    /// All columns of a header. Throws usage also for one that stands twice, and for one that is
    /// needed and stands nowhere, neither there nor in `given`, the options of the command line.
    [[nodiscard]] std::vector<Column> find_all(const std::vector<std::string>& header,
                                               const void* given) const;

   private:
    const Command& command_;
};

/// In for_people: whatever the command does not know, for files that somebody else's program wrote.
inline constexpr std::string_view any_column = "*";
[[nodiscard]] bool takes_any_column(const Command& command);

/// A name as the comparison sees it: small letters, '_' between words.
[[nodiscard]] std::string column_key(std::string_view header);

}  // namespace dcadmin::cli
