// SPDX-License-Identifier: Apache-2.0
// Statements about subsidiaries.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/base/site_number.h>
#include <dcadmin/secure_zone/subsidiaries.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

struct SubsidiaryRow {
    std::int64_t id = 0;
    std::int64_t parent_id = 0;  // 0: none
    std::int64_t parent = 0;     // its number
};
[[nodiscard]] std::optional<SubsidiaryRow> find_subsidiary(store::Db& db, EnterpriseNumber number);
/// Absent for one that acts.
[[nodiscard]] std::optional<Date> deactivated_on(store::Db& db, std::int64_t organisation_id);
[[nodiscard]] std::int64_t insert_deactivation(store::Db& db, std::int64_t organisation_id,
                                               Date day, bool forced, std::int64_t operation);
[[nodiscard]] std::vector<AffiliationNumber> active_workers(store::Db& db,
                                                            std::int64_t organisation_id);
[[nodiscard]] Subsidiary shown_subsidiary(store::Db& db, std::int64_t id, Date today);
std::uint64_t list_subsidiaries(store::Db& db, std::optional<std::int64_t> parent_id,
                                const Page& page, const access::Sight& sight, Date today,
                                const Each<Subsidiary>& each);

}  // namespace dcadmin::secure_zone
