// SPDX-License-Identifier: Apache-2.0
// Statements about schedules of automatic issuances.
#pragma once

#include "access/require.h"
#include "secure_zone/issuances/periods.h"
#include "store/db.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct ScheduleRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    Region region = Region::flanders;
    Rhythm rhythm;
    std::string ended_at;
    EnterpriseNumber org;
    std::string org_name;
};

/// The one that holds.
[[nodiscard]] std::optional<ScheduleRow> find_schedule(store::Db& db, std::int64_t organisation_id,
                                                       Region region);
/// Those that hold, by company and region.
[[nodiscard]] std::vector<ScheduleRow> schedules_of(store::Db& db,
                                                    std::optional<std::int64_t> organisation_id,
                                                    std::optional<Region> region,
                                                    const access::Sight& sight);
[[nodiscard]] std::int64_t insert_schedule(store::Db& db, const ScheduleRow& row,
                                           std::string_view now, std::int64_t operation);
void end_schedule(store::Db& db, std::int64_t id, std::string_view now);

/// Which regions accredit the company that day.
[[nodiscard]] std::vector<Region> accredited_regions(store::Db& db, std::int64_t organisation_id,
                                                     const std::string& day);

struct MadeIssuance {
    std::int64_t id = 0;
    std::string state;
    std::int64_t vouchers = 0;
};
/// The automatic issuances of a company and region by their periods.
[[nodiscard]] std::map<std::string, MadeIssuance> made_by_period(store::Db& db,
                                                                 std::int64_t organisation_id,
                                                                 Region region);
[[nodiscard]] bool has_period(store::Db& db, std::int64_t organisation_id, Region region,
                              const std::string& period);

}  // namespace dcadmin::secure_zone
