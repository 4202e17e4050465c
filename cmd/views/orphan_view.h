// SPDX-License-Identifier: Apache-2.0
// Grants that nobody answers for.
#pragma once

#include "output/view.h"

#include <dcadmin/rights.h>

namespace dcadmin::views {

[[nodiscard]] output::View<OrphanGrant> orphan_view();

}  // namespace dcadmin::views
