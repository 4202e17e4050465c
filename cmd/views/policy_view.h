// SPDX-License-Identifier: Apache-2.0
// A policy with what it says now and what it usually says.
#pragma once

#include "output/view.h"

#include <dcadmin/policies.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Policy> policy_view();

}  // namespace dcadmin::views
