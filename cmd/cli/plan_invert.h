// SPDX-License-Identifier: Apache-2.0
// Makes the plan that takes back what an applied plan has done: the requests that each row's own
// operation said would do so, last row first, judged against the store as it is now.
#pragma once

#include "cli/context.h"

#include <string>

namespace dcadmin::cli {

/// Writes it to `to`. rows_left when something of the plan cannot be taken back.
[[nodiscard]] Exit invert_plan(Context& context, const std::string& from, const std::string& to);
/// "grants.plan" -> "grants.undo.plan"
[[nodiscard]] std::string undo_path(const std::string& plan);

}  // namespace dcadmin::cli
