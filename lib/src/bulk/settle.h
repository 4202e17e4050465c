// SPDX-License-Identifier: Apache-2.0
// What a row leaves out is filled in from the day of its run. A plan keeps what that came to, so
// that it means the same on the day that it is applied.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/bulk.h>

#include <optional>

namespace dcadmin::bulk {

/// Keeps those days of `period` that the request did not name.
inline void settle_period(Trace& trace, const std::optional<Date>& from,
                          const std::optional<Date>& until, DateRange period) {
    if (!from) trace.settled.emplace_back("from", period.first().iso());
    if (!until) trace.settled.emplace_back("until", period.last().iso());
}

}  // namespace dcadmin::bulk
