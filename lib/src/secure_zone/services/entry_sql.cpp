// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/entry_sql.h"

namespace dcadmin::secure_zone {

std::optional<std::int64_t> find_same_service(store::Db& db, const ServiceRow& row) {
    const std::string day = row.day.iso();
    auto& found = db.statement(R"(
        SELECT id FROM service
        WHERE worker_id = $1 AND day = $2 AND customer_id = $3 AND hours = $4 AND activity = $5
            AND region = $6 AND state <> 'cancelled'
        ORDER BY id LIMIT 1)");
    std::optional<std::int64_t> id;
    if (found.first({row.worker_id, day, row.customer_id, row.hours, name_of(row.activity),
                     name_of(row.region)})) {
        id = found.integer(0);
    }
    found.reset();
    return id;
}

std::int64_t hours_of_day(store::Db& db, std::int64_t worker_id, Date day) {
    const std::string on = day.iso();
    auto& found = db.statement(R"(
        SELECT CAST(coalesce(sum(hours), 0) AS BIGINT) FROM service
        WHERE worker_id = $1 AND day = $2 AND state <> 'cancelled')");
    const std::int64_t hours = found.first({worker_id, on}) ? found.integer(0) : 0;
    found.reset();
    return hours;
}

bool has_comment(store::Db& db, std::int64_t service_id, std::string_view party,
                 std::string_view body) {
    auto& found = db.statement(
        "SELECT 1 FROM service_comment WHERE service_id = $1 AND party = $2 AND body = $3");
    const bool there = found.first({service_id, party, body});
    found.reset();
    return there;
}

}  // namespace dcadmin::secure_zone
