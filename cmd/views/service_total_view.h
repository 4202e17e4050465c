// SPDX-License-Identifier: Apache-2.0
// What was done to very many services at once.
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::views {

[[nodiscard]] output::View<ServiceTotal> service_total_view();
[[nodiscard]] output::View<Advanced> advanced_view();

}  // namespace dcadmin::views
