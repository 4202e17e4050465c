// SPDX-License-Identifier: Apache-2.0
// Which services wait for whom: their ids, for what goes through them one by one.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/base/date.h>

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace dcadmin::secure_zone {

using ServiceIds = std::vector<std::int64_t>;

struct OpenServices {
    std::optional<std::int64_t> organisation_id;
    std::optional<std::int64_t> worker_id;
    Date until;
};
/// Some that differ in nothing that decides what may become of them.
struct ServicesAlike {
    ServiceIds ids = {};
    std::unordered_set<std::int64_t> customers = {};
    std::int64_t hours = 0;
};
/// Those that the company has not validated, each in one of the parts, by id.
[[nodiscard]] std::vector<ServicesAlike> services_to_validate(store::Db& db,
                                                              const OpenServices& which,
                                                              const access::Sight& sight);
/// Companies with services that somebody or something waits for.
[[nodiscard]] std::vector<std::int64_t> companies_with_open(store::Db& db);
/// Of a company: those whose term has run out before that day.
[[nodiscard]] ServiceIds ids_run_out(store::Db& db, std::int64_t organisation_id, Date today);
/// Of a company: those that wait for vouchers of a customer who has some left; what got some first,
/// then the longest confirmed.
[[nodiscard]] ServiceIds ids_to_allocate(store::Db& db, std::int64_t organisation_id, Date today);
[[nodiscard]] ServiceIds ids_to_allocate_of(store::Db& db, std::int64_t customer_id);
/// Of a company: all that wait for vouchers, performed before that day.
[[nodiscard]] ServiceIds ids_waiting(store::Db& db, std::int64_t organisation_id, Date before);

}  // namespace dcadmin::secure_zone
