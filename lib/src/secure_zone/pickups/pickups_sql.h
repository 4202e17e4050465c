// SPDX-License-Identifier: Apache-2.0
// Statements about pickups.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/pickups.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

struct PickupRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t context_id = 0;
    Region region = Region::flanders;
    Date day;
    std::int64_t person_id = 0;
    std::string phone;
    std::int64_t bags = 1;
    std::string cancelled_at;
    std::string key;  // the contact's, for the log
    std::int64_t series_id = 0;
    std::string series_day = {};
    std::int64_t postponed_to = 0;
};

[[nodiscard]] std::optional<PickupRow> find_pickup(store::Db& db, PickupId id);
/// One that was not cancelled.
[[nodiscard]] std::optional<PickupRow> find_pickup(store::Db& db, std::int64_t context_id,
                                                   Region region, Date day);
[[nodiscard]] std::int64_t insert_pickup(store::Db& db, const PickupRow& row,
                                         std::int64_t operation);
void cancel_pickup(store::Db& db, std::int64_t id, std::string_view now);
void postpone_pickup(store::Db& db, std::int64_t id, std::int64_t to);
/// Those that are not cancelled and for a later day than that: of a company, or of a series.
[[nodiscard]] std::vector<PickupId> coming_pickups(store::Db& db, std::int64_t organisation_id,
                                                   Date after);
[[nodiscard]] std::vector<PickupId> coming_of_series(store::Db& db, std::int64_t series_id,
                                                     Date after);
[[nodiscard]] Pickup shown_pickup(store::Db& db, std::int64_t id, Date today);
std::uint64_t list_pickups(store::Db& db, const PickupFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date today, const Each<Pickup>& each);

}  // namespace dcadmin::secure_zone
