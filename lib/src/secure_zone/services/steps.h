// SPDX-License-Identifier: Apache-2.0
// One step of a service: an event, and what the service is before and after it. Pure, but for the
// days that terms end on, which the store knows.
#pragma once

#include "secure_zone/services/due.h"
#include "secure_zone/services/service_row.h"

#include <vector>

namespace dcadmin::secure_zone {

struct ServiceStep {
    ServiceRow before;
    ServiceRow now;
    ServiceEvent event;
    Date day;  // from when on it is so
};

/// rule, with the reason, where the table has no such row.
[[nodiscard]] ServiceStep step_of(const ServiceRow& service, ServiceEvent event, Date day,
                                  DueDays& due);
/// The steps that time has taken by the beginning of `today`, the earliest first.
[[nodiscard]] std::vector<ServiceStep> ran_out(const ServiceRow& service, Date today, DueDays& due);
/// Whether what the event brings about is so already.
[[nodiscard]] bool already(ServiceState state, ServiceEvent event);

}  // namespace dcadmin::secure_zone
