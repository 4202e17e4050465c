// SPDX-License-Identifier: Apache-2.0
// Persons side by side, and the file that gives the others what the first one has.
#pragma once

#include "output/view.h"

#include <dcadmin/rights.h>

namespace dcadmin::views {

[[nodiscard]] output::View<ComparedRight> compare_view();
/// The columns of grant add.
[[nodiscard]] output::View<NewGrant> new_grant_view();

}  // namespace dcadmin::views
