// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/pickups.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Pickup> pickup_view();

}  // namespace dcadmin::views
