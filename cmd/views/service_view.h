// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Service> service_view();
[[nodiscard]] output::View<ServiceCard> service_card_view();
[[nodiscard]] output::View<ServiceHistoryLine> service_history_view();

}  // namespace dcadmin::views
