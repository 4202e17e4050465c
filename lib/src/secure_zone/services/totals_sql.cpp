// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/totals_sql.h"

#include "secure_zone/services/shelf.h"
#include "store/listing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::secure_zone {

std::vector<OpenServices> open_totals(store::Db& db, std::int64_t organisation_id,
                                      const access::Sight& sight) {
    store::Listing listing("", "");
    const Shelves open =
        shelves_of(organisation_id, ServiceState::registered, ServiceState::issued);
    listing.where("s.shelf BETWEEN {} AND {}", {open.first, open.last});
    access::narrow(listing, sight,
                   {.organisation = "s.organisation_id", .context = "s.context_id"});
    auto& rows = db.statement(
        fmt::format("SELECT s.state, count(*), min(s.day), max(s.day) FROM service s{} "
                    "GROUP BY s.state",
                    listing.conditions()));
    listing.bind_conditions(rows);
    std::vector<OpenServices> totals;
    while (rows.step()) {
        totals.push_back({.state = parse_service_state(rows.text(0)),
                          .services = rows.integer(1),
                          .earliest = Date::parse(rows.text(2)),
                          .latest = Date::parse(rows.text(3))});
    }
    rows.reset();
    std::ranges::sort(totals, {}, &OpenServices::state);
    return totals;
}

}  // namespace dcadmin::secure_zone
