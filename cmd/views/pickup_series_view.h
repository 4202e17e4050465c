// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/pickup_series.h>

namespace dcadmin::views {

[[nodiscard]] output::View<PickupSeries> pickup_series_view();
[[nodiscard]] output::View<PickupOccurrence> pickup_occurrence_view();

}  // namespace dcadmin::views
