// SPDX-License-Identifier: Apache-2.0
// Statements about what pickups cost.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/pickup_invoice.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

struct CarriedOut {
    EnterpriseNumber org;
    std::string org_name;
    PickupInvoiceLine line;  // without its amount
};
/// By company and day: those of these days that were neither taken back nor postponed.
void carried_out(store::Db& db, DateRange days, std::optional<std::int64_t> organisation_id,
                 const access::Sight& sight, const std::function<void(const CarriedOut&)>& each);

struct Rate {
    std::int64_t amount = 0;  // cents; of VAT hundredths of a percent
    std::string source;
};
/// What holds on that day: of the region's own rows, else of those of each region, the one that
/// begins last, and of these the newest.
[[nodiscard]] std::optional<Rate> rate_holding(store::Db& db, TariffKind kind, Region region,
                                               Date day);

}  // namespace dcadmin::secure_zone
