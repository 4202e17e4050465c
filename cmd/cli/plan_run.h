// SPDX-License-Identifier: Apache-2.0
// What is done with plans: apply the rows that still hold, say which would, and make the plan that
// takes one back. All go through the same watched run that made the plan.
#pragma once

#include "cli/bulk_line.h"
#include "cli/context.h"

#include <cstdint>
#include <optional>

namespace dcadmin::cli {

struct ApplyLine {
    FilePath plan;
    bool skip_stale = false;
    bool dry_run = false;
    std::optional<bulk::Notify> notify;
    std::optional<MaxRevoke> max_revoke;
    std::optional<std::uint64_t> yes_revoke;
    std::optional<FilePath> outcome;
};

/// Throws integrity for a plan that is not whole, usage for one with rejected rows that nobody said
/// to leave out.
[[nodiscard]] Exit apply_plan(Context& context, const ApplyLine& line);

}  // namespace dcadmin::cli
