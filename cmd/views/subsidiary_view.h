// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/subsidiaries.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Subsidiary> subsidiary_view();

}  // namespace dcadmin::views
