// SPDX-License-Identifier: Apache-2.0
// Rights, as the catalogue shows them.
#pragma once

#include "output/view.h"

#include <dcadmin/rights.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Right> right_view();

}  // namespace dcadmin::views
