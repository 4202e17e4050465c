// SPDX-License-Identifier: Apache-2.0
// Statements about what is to be prepared for the carrier.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/base/date.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct TipsWanted {
    std::int64_t organisation_id = 0;
    std::optional<std::int64_t> context_id;
};

/// Paper vouchers for which the carrier has still to come, of one site, region and month of the
/// service: kept, on a slip, or on one that was submitted and that the issuer has not received.
struct Bundle {
    std::int64_t context_id = 0;
    std::optional<SiteNumber> site;  // absent: of no site
    std::string site_name;
    Region region = Region::flanders;
    std::string month;  // empty: no day is filled in
    std::int64_t vouchers = 0;
    std::int64_t on_slip = 0;   // so many of them are on a slip
    std::int64_t too_late = 0;  // so many more are past their last day to be handed in
    std::string hand_in_until;  // the first last day of those that are not; empty: not known
};
/// By site, region and month.
[[nodiscard]] std::vector<Bundle> waiting_bundles(store::Db& db, const TipsWanted& wanted,
                                                  const access::Sight& sight, Date today);

}  // namespace dcadmin::secure_zone
