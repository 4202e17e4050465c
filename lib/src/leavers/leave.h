// SPDX-License-Identifier: Apache-2.0
// Leaving: everything that a person holds ends on one day, through the very code that ends each of
// them by itself.
#pragma once

#include "bulk/run.h"

#include <dcadmin/leavers.h>

#include <vector>

namespace dcadmin::leavers {

/// What would end, by organisation.
[[nodiscard]] std::vector<LeaveItem> what_ends(const Env& env, const LeaveRequest& request);
[[nodiscard]] Written<std::vector<LeaveItem>> apply_leave(bulk::Work& work,
                                                          const LeaveRequest& request);
/// The result of a row; counts what ended.
[[nodiscard]] bulk::Result result_of(const Written<std::vector<LeaveItem>>& written,
                                     const LeaveRequest& request);

}  // namespace dcadmin::leavers
