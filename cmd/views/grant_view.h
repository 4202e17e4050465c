// SPDX-License-Identifier: Apache-2.0
// Grants: as lists show them, and as files of requests name them.
#pragma once

#include "output/view.h"

#include <dcadmin/rights.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Grant> grant_view();
[[nodiscard]] output::View<Grant> grant_request_view();

}  // namespace dcadmin::views
