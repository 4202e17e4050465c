// SPDX-License-Identifier: Apache-2.0
// What ends soon, as one list.
#pragma once

#include "output/view.h"

#include <dcadmin/tasks.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Expiring> expiring_view();

}  // namespace dcadmin::views
