// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/company.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Accreditation> accreditation_view();

}  // namespace dcadmin::views
