// SPDX-License-Identifier: Apache-2.0
// How who works for the issuer is shown.
#pragma once

#include "output/view.h"

#include <dcadmin/staff.h>

namespace dcadmin::views {

[[nodiscard]] output::View<StaffMember> staff_view();

}  // namespace dcadmin::views
