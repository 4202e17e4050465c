// SPDX-License-Identifier: Apache-2.0
// For which organisations a person may act, and why or why not.
#pragma once

#include "output/view.h"

#include <dcadmin/rights.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Access> access_view();
[[nodiscard]] output::View<ExplainLink> link_view();

}  // namespace dcadmin::views
