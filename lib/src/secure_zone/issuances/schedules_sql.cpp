// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/schedules_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT s.id, s.organisation_id, s.region, s.every, s.on_day, s.since, s.ended_at, o.number,
           o.name
    FROM issuance_schedule s JOIN organisation o ON o.id = s.organisation_id)";

ScheduleRow schedule_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.integer(1),
            .region = parse_region(row.text(2)),
            .rhythm = {.every = parse_every(row.text(3)),
                       .on = static_cast<int>(row.integer(4)),
                       .since = Date::parse(row.text(5))},
            .ended_at = row.string(6),
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(7))),
            .org_name = row.string(8)};
}

}  // namespace

std::optional<ScheduleRow> find_schedule(store::Db& db, std::int64_t organisation_id,
                                         Region region) {
    auto& found = db.statement(fmt::format(
        "{} WHERE s.organisation_id = $1 AND s.region = $2 AND s.ended_at = ''", columns));
    if (!found.first({organisation_id, name_of(region)})) return std::nullopt;
    ScheduleRow row = schedule_from(found);
    found.reset();
    return row;
}

std::vector<ScheduleRow> schedules_of(store::Db& db, std::optional<std::int64_t> organisation_id,
                                      std::optional<Region> region, const access::Sight& sight) {
    store::Listing listing(std::string(columns),
                           "SELECT count(*) FROM issuance_schedule s "
                           "JOIN organisation o ON o.id = s.organisation_id");
    listing.where("s.ended_at = ''");
    if (organisation_id) listing.where("s.organisation_id = {}", *organisation_id);
    if (region) listing.where("s.region = {}", name_of(*region));
    access::narrow(listing, sight, {.organisation = "s.organisation_id"});
    listing.order({}, {{"org", "o.number, s.region"}}, "org");
    std::vector<ScheduleRow> all;
    listing.run(db, [&](const store::Statement& row) {
        all.push_back(schedule_from(row));
        return true;
    });
    return all;
}

std::int64_t insert_schedule(store::Db& db, const ScheduleRow& row, std::string_view now,
                             std::int64_t operation) {
    const std::string since = row.rhythm.since.iso();
    return db
        .statement(R"(
        INSERT INTO issuance_schedule (organisation_id, region, every, on_day, since, ended_at,
                                       state, state_at, operation_id)
        VALUES ($1, $2, $3, $4, $5, '', 'waiting', $6, $7)
        RETURNING id)")
        .insert({row.organisation_id, name_of(row.region), name_of(row.rhythm.every),
                 std::int64_t{row.rhythm.on}, since, now, operation});
}

void end_schedule(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE issuance_schedule SET ended_at = $2 WHERE id = $1").run({id, now});
}

std::vector<Region> accredited_regions(store::Db& db, std::int64_t organisation_id,
                                       const std::string& day) {
    auto& rows = db.statement(R"(
        SELECT region FROM accreditation
        WHERE organisation_id = $1 AND valid_from <= $2 AND valid_until >= $2
        ORDER BY region)");
    rows.bind({organisation_id, day});
    std::vector<Region> regions;
    while (rows.step()) regions.push_back(parse_region(rows.text(0)));
    rows.reset();
    return regions;
}

std::map<std::string, MadeIssuance> made_by_period(store::Db& db, std::int64_t organisation_id,
                                                   Region region) {
    auto& rows = db.statement(R"(
        SELECT period, id, state, vouchers FROM issuance
        WHERE organisation_id = $1 AND region = $2 AND kind = 'electronic' AND mode = 'automatic')");
    rows.bind({organisation_id, name_of(region)});
    std::map<std::string, MadeIssuance> made;
    while (rows.step()) {
        made[rows.string(0)] = {
            .id = rows.integer(1), .state = rows.string(2), .vouchers = rows.integer(3)};
    }
    rows.reset();
    return made;
}

bool has_period(store::Db& db, std::int64_t organisation_id, Region region,
                const std::string& period) {
    auto& found = db.statement(R"(
        SELECT 1 FROM issuance
        WHERE organisation_id = $1 AND region = $2 AND kind = 'electronic' AND mode = 'automatic'
            AND period = $3)");
    const bool there = found.first({organisation_id, name_of(region), period});
    found.reset();
    return there;
}

}  // namespace dcadmin::secure_zone
