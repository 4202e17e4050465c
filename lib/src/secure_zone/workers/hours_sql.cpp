// SPDX-License-Identifier: Apache-2.0
#include "policies/values.h"
#include "secure_zone/workers/hours.h"
#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::secure_zone {

std::int64_t month_hours(store::Db& db, std::int64_t worker_id, Month month) {
    const std::string first = month.first().iso();
    const std::string last = month.last().iso();
    auto& found = db.statement(R"(
        SELECT CAST(coalesce(sum(hours), 0) AS BIGINT) FROM service
        WHERE worker_id = $1 AND day >= $2 AND day <= $3 AND state <> 'cancelled')");
    const std::int64_t hours = found.first({worker_id, first, last}) ? found.integer(0) : 0;
    found.reset();
    return hours;
}

std::int64_t month_hours_limit(store::Db& db) {
    return std::stoll(policies::value_of(db, "zone.month_hours"));
}

std::optional<std::string> month_hours_warning(store::Db& db, std::int64_t worker_id, Month month) {
    const std::int64_t hours = month_hours(db, worker_id, month);
    const std::int64_t limit = month_hours_limit(db);
    if (hours < limit) return std::nullopt;
    return fmt::format("{} hours in {}: from {} on the issuer looks into it", hours, month.text(),
                       limit);
}

namespace {

// By worker, so that it costs as many services as the month has, whatever the years before have. $1
// and $2 are the first and the last day, $3 the company's id or ''.
constexpr std::string_view from_workers = R"(
    FROM (SELECT id, login, organisation_id, person_id, context_id,
                 (SELECT CAST(coalesce(sum(s.hours), 0) AS BIGINT) FROM service s
                  WHERE s.worker_id = m.id AND s.day >= $1 AND s.day <= $2
                      AND s.state <> 'cancelled') AS hours
          FROM worker m WHERE {}) w
    JOIN organisation o ON o.id = w.organisation_id
    JOIN person p ON p.id = w.person_id)";
constexpr std::string_view of_one = "m.organisation_id = CAST($3 AS BIGINT)";
constexpr std::string_view of_all = "length($3) = 0";
constexpr std::string_view columns = R"(
    SELECT w.login,
           CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END,
           o.number, w.hours)";

}  // namespace

std::vector<WorkerHours> many_hours(store::Db& db, const HoursWanted& wanted,
                                    const access::Sight& sight) {
    const std::int64_t limit = month_hours_limit(db);
    const std::string company =
        wanted.organisation_id ? std::to_string(*wanted.organisation_id) : std::string();
    const std::string from = fmt::format(from_workers, wanted.organisation_id ? of_one : of_all);
    store::Listing listing(fmt::format("{}{}", columns, from),
                           fmt::format("SELECT count(*){}", from),
                           {wanted.month.first().iso(), wanted.month.last().iso(), company});
    listing.where("w.hours >= {}", limit);
    access::narrow(
        listing, sight,
        {.organisation = "w.organisation_id", .person = "w.person_id", .context = "w.context_id"});
    listing.order({.sort = {}, .reverse = true, .limit = {}}, {{"hours", "w.hours, w.login"}},
                  "hours");
    std::vector<WorkerHours> all;
    listing.run(db, [&](const store::Statement& row) {
        all.push_back(
            {.login = AffiliationNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
             .name = row.string(1),
             .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
             .month = wanted.month,
             .hours = row.integer(3),
             .limit = limit});
        return true;
    });
    return all;
}

}  // namespace dcadmin::secure_zone
