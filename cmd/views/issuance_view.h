// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Issuance> issuance_view();
[[nodiscard]] output::View<IssuanceItem> issuance_item_view();
[[nodiscard]] output::View<IssuanceSchedule> schedule_view();
[[nodiscard]] output::View<PeriodStatus> period_view();
[[nodiscard]] output::View<RunSummary> issuance_run_view();

}  // namespace dcadmin::views
