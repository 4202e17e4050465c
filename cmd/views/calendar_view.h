// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/calendar.h>

namespace dcadmin::views {

[[nodiscard]] output::View<DayOff> day_off_view();
[[nodiscard]] output::View<Deadline> deadline_view();

}  // namespace dcadmin::views
