// SPDX-License-Identifier: Apache-2.0
// Files that somebody else's program wrote: their headers may have other names, which --map tells,
// and columns that nobody here knows, which are left out and told.
#pragma once

#include "cli/columns.h"
#include "cli/context.h"

#include <deque>
#include <string>
#include <vector>

namespace dcadmin::cli {

/// The command, its columns known by the headers of the file that --map names too.
class NamedColumns {
   public:
    /// Throws usage for a line that is not "our column,their header", and a column that the command
    /// does not have. `given` are the Options of the command line.
    NamedColumns(Context& context, const void* given);
    [[nodiscard]] const Command& command() const { return command_; }
    /// Says which columns of the header are left out.
    void tell_left_out(Context& context, const std::vector<std::string>& header) const;

   private:
    void take(std::string_view line);

    Command command_;
    std::deque<std::string> headers_;
};

}  // namespace dcadmin::cli
