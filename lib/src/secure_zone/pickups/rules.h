// SPDX-License-Identifier: Apache-2.0
// Until when a pickup is asked for, and which day is the first possible: pure functions.
#pragma once

#include "secure_zone/calendar/rules.h"

#include <dcadmin/base/clock.h>

namespace dcadmin::secure_zone {

/// The last moment to ask for a pickup on that day: 12:30:00 in Brussels of the last working day
/// before it, by the issuer's calendar.
[[nodiscard]] Timestamp last_moment_for(Date day, WorkingDays& issuers);
/// The first day on which the carrier can come: a working day of the company whose last moment has
/// not passed.
[[nodiscard]] Date first_possible(Timestamp now, WorkingDays& issuers, WorkingDays& companys);

}  // namespace dcadmin::secure_zone
