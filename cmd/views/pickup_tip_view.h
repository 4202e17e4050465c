// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/pickup_tips.h>

namespace dcadmin::views {

[[nodiscard]] output::View<PickupTip> pickup_tip_view();

}  // namespace dcadmin::views
