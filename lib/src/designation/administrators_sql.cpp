// SPDX-License-Identifier: Apache-2.0
#include "designation/administrators.h"

#include "store/db.h"

#include <algorithm>

namespace dcadmin::designation {

std::vector<Office> offices_of(store::Db& db, std::int64_t organisation_id, Date day,
                               Timestamp now) {
    const std::string on = day.iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT a.id, a.person_id, a.role, coalesce(a.domain_id, 0), a.context_id,
               CASE WHEN a.email <> '' THEN a.email ELSE p.email END
        FROM administrator a JOIN person p ON p.id = a.person_id
        WHERE a.organisation_id = $1 AND a.valid_from <= $2 AND a.valid_until >= $2
            AND (a.ended_at = '' OR a.ended_at > $3)
        ORDER BY CASE a.role WHEN 'chief' THEN 1 WHEN 'cochief' THEN 2 ELSE 3 END, a.id)");
    rows.bind({organisation_id, on, moment});
    std::vector<Office> found;
    while (rows.step()) {
        found.push_back({.id = rows.integer(0),
                         .person_id = rows.integer(1),
                         .role = rows.string(2),
                         .domain_id = rows.integer(3),
                         .context_id = rows.integer(4),
                         .email = rows.string(5)});
    }
    rows.reset();
    return found;
}

bool administers(store::Db& db, std::int64_t organisation_id, std::int64_t person_id, Date day,
                 Timestamp now) {
    const auto offices = offices_of(db, organisation_id, day, now);
    return std::ranges::any_of(offices,
                               [&](const Office& office) { return office.person_id == person_id; });
}

}  // namespace dcadmin::designation
