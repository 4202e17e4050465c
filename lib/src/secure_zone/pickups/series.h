// SPDX-License-Identifier: Apache-2.0
// What ending a series and asking about one have in common with what ends a company's.
#pragma once

#include "secure_zone/pickups/series_sql.h"
#include "store/tx.h"

#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// not_found for another company's, as access::require refuses otherwise.
[[nodiscard]] SeriesRow require_series(store::Tx& tx, PickupSeriesId id);
/// Ends it and takes back what it asked for; the pickups that come no more.
std::vector<PickupId> end_series(store::Tx& tx, SeriesRow row, const std::string& reason);

}  // namespace dcadmin::secure_zone
