// SPDX-License-Identifier: Apache-2.0
// Statements about recurring pickups.
#pragma once

#include "access/require.h"
#include "secure_zone/pickups/series_rules.h"
#include "store/db.h"

#include <dcadmin/secure_zone/pickup_series.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct SeriesRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t context_id = 0;
    Region region = Region::flanders;
    Pattern pattern;
    std::int64_t person_id = 0;
    std::string phone;
    std::int64_t bags = 1;
    std::string ended_at;
    std::string key;  // the contact's, for the log
};

[[nodiscard]] std::optional<SeriesRow> find_series(store::Db& db, PickupSeriesId id);
/// The one that runs, else the one that ended last.
[[nodiscard]] std::optional<SeriesRow> find_series(store::Db& db, std::int64_t context_id,
                                                   Region region);
[[nodiscard]] std::int64_t insert_series(store::Db& db, const SeriesRow& row,
                                         std::int64_t operation);
/// All but organisation, site and region.
void change_series(store::Db& db, const SeriesRow& row);
[[nodiscard]] PickupSeries shown_series(store::Db& db, std::int64_t id);
/// Those of an organisation that run.
[[nodiscard]] std::vector<SeriesRow> running_series(store::Db& db, std::int64_t organisation_id);

struct SeriesWanted {
    std::optional<std::int64_t> organisation_id;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
};
/// The ids of those that run, of what is seen, by company, site and region.
[[nodiscard]] std::vector<PickupSeriesId> series_in_sight(store::Db& db, const SeriesWanted& wanted,
                                                          const access::Sight& sight);

/// What was made of a series for that day or later, by its own days; and for which days there is a
/// pickup at that site for that region, of whatever series, that was not taken back.
struct Made {
    struct One {
        PickupId id;
        Date day;
        bool cancelled = false;
    };
    std::map<Date, One> occurrences;
    std::map<Date, PickupId> there;
};
[[nodiscard]] Made made_of(store::Db& db, const SeriesRow& row, Date from);

}  // namespace dcadmin::secure_zone
