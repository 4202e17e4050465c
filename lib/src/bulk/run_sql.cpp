// SPDX-License-Identifier: Apache-2.0
#include "bulk/run_sql.h"

namespace dcadmin::bulk {

std::int64_t count_live_grants(store::Db& db, std::int64_t organisation_id, std::string_view now,
                               std::string_view today) {
    auto& counted = db.statement(R"(
        SELECT count(*)
        FROM working_relation r
        JOIN right_grant g ON g.relation_id = r.id
        WHERE r.organisation_id = $1 AND g.valid_until >= $2
            AND (g.revoked_at = '' OR g.revoked_at > $3))");
    const auto count = counted.first({organisation_id, today, now}) ? counted.integer(0) : 0;
    counted.reset();
    return count;
}

NoticeCount count_notices(store::Db& db, std::int64_t operation) {
    auto& counted = db.statement(R"(
        SELECT count(*), count(CASE WHEN address <> '' THEN 1 END),
               count(DISTINCT CASE WHEN address <> '' THEN person_id END)
        FROM notice WHERE operation_id = $1)");
    NoticeCount count;
    if (counted.first({operation})) {
        count.notices = static_cast<std::uint64_t>(counted.integer(1));
        count.persons = static_cast<std::uint64_t>(counted.integer(2));
        count.without_address = static_cast<std::uint64_t>(counted.integer(0)) - count.notices;
    }
    counted.reset();
    return count;
}

}  // namespace dcadmin::bulk
