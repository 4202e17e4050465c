// SPDX-License-Identifier: Apache-2.0
// What ends when a person leaves, and what went with an erased one.
#pragma once

#include "output/view.h"

#include <dcadmin/leavers.h>

namespace dcadmin::views {

[[nodiscard]] output::View<LeaveItem> leave_view();
[[nodiscard]] output::View<Erasure> erasure_view();

}  // namespace dcadmin::views
