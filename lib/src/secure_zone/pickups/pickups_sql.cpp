// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/pickups_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view row_columns = R"(
    SELECT u.id, u.organisation_id, u.context_id, u.region, u.day, u.person_id, u.phone, u.bags,
           u.cancelled_at, p.audit_key, u.series_id, u.series_day, u.postponed_to
    FROM pickup u JOIN person p ON p.id = u.person_id)";

constexpr std::string_view columns = R"(
    SELECT u.id, o.number, s.number, s.name, u.region, u.day, u.person_id,
           CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END,
           u.phone, u.bags, u.cancelled_at, u.series_id, u.postponed_to)";
constexpr std::string_view from_where = R"(
    FROM pickup u
    JOIN organisation o ON o.id = u.organisation_id
    JOIN context_value s ON s.id = u.context_id
    JOIN person p ON p.id = u.person_id)";

PickupRow row_from(store::Statement& found) {
    PickupRow row{.id = found.integer(0),
                  .organisation_id = found.integer(1),
                  .context_id = found.integer(2),
                  .region = parse_region(found.text(3)),
                  .day = Date::parse(found.text(4)),
                  .person_id = found.integer(5),
                  .phone = found.string(6),
                  .bags = found.integer(7),
                  .cancelled_at = found.string(8),
                  .key = found.string(9),
                  .series_id = found.integer(10),
                  .series_day = found.string(11),
                  .postponed_to = found.integer(12)};
    found.reset();
    return row;
}

std::string state_of(const store::Statement& row, Date day, Date today) {
    if (!row.text(10).empty()) return "cancelled";
    if (row.integer(12) != 0) return "postponed";
    return day < today ? "past" : "coming";
}

Pickup pickup_from(const store::Statement& row, Date today) {
    const Date day = Date::parse(row.text(5));
    Pickup one{.id = PickupId::from_stored(row.integer(0)),
               .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
               .site = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
               .site_name = row.string(3),
               .region = parse_region(row.text(4)),
               .day = day,
               .contact = PersonId::from_stored(row.integer(6)),
               .name = row.string(7),
               .phone = {},
               .bags = static_cast<int>(row.integer(9)),
               .state = state_of(row, day, today),
               .series = {},
               .postponed_to = {}};
    if (row.integer(11) != 0) one.series = PickupSeriesId::from_stored(row.integer(11));
    if (row.integer(12) != 0) one.postponed_to = PickupId::from_stored(row.integer(12));
    if (!row.text(8).empty()) one.phone = PhoneNumber::parse(row.text(8));
    return one;
}

}  // namespace

std::optional<PickupRow> find_pickup(store::Db& db, PickupId id) {
    auto& found = db.statement(fmt::format("{} WHERE u.id = $1", row_columns));
    if (!found.first({id.value()})) return std::nullopt;
    return row_from(found);
}

std::optional<PickupRow> find_pickup(store::Db& db, std::int64_t context_id, Region region,
                                     Date day) {
    auto& found = db.statement(fmt::format(
        "{} WHERE u.context_id = $1 AND u.region = $2 AND u.day = $3 AND u.cancelled_at = ''",
        row_columns));
    const std::string on = day.iso();
    if (!found.first({context_id, name_of(region), on})) return std::nullopt;
    return row_from(found);
}

std::int64_t insert_pickup(store::Db& db, const PickupRow& row, std::int64_t operation) {
    const std::string day = row.day.iso();
    return db
        .statement(R"(
        INSERT INTO pickup (organisation_id, context_id, region, day, person_id, phone, bags,
                            cancelled_at, operation_id, series_id, series_day, postponed_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0)
        RETURNING id)")
        .insert({row.organisation_id, row.context_id, name_of(row.region), day, row.person_id,
                 row.phone, row.bags, row.cancelled_at, operation, row.series_id, row.series_day});
}

void cancel_pickup(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE pickup SET cancelled_at = $2 WHERE id = $1").run({id, now});
}

void postpone_pickup(store::Db& db, std::int64_t id, std::int64_t to) {
    db.statement("UPDATE pickup SET postponed_to = $2 WHERE id = $1").run({id, to});
}

namespace {

std::vector<PickupId> ids_of(store::Statement& rows) {
    std::vector<PickupId> ids;
    while (rows.step()) ids.push_back(PickupId::from_stored(rows.integer(0)));
    rows.reset();
    return ids;
}

}  // namespace

std::vector<PickupId> coming_pickups(store::Db& db, std::int64_t organisation_id, Date after) {
    const std::string day = after.iso();
    auto& rows = db.statement(R"(
        SELECT id FROM pickup
        WHERE organisation_id = $1 AND day > $2 AND cancelled_at = '' ORDER BY id)");
    rows.bind({organisation_id, day});
    return ids_of(rows);
}

std::vector<PickupId> coming_of_series(store::Db& db, std::int64_t series_id, Date after) {
    const std::string day = after.iso();
    auto& rows = db.statement(R"(
        SELECT id FROM pickup
        WHERE series_id = $1 AND series_id <> 0 AND day > $2 AND cancelled_at = '' ORDER BY id)");
    rows.bind({series_id, day});
    return ids_of(rows);
}

Pickup shown_pickup(store::Db& db, std::int64_t id, Date today) {
    auto& row = db.statement(fmt::format("{}{} WHERE u.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "a pickup is gone");
    Pickup one = pickup_from(row, today);
    row.reset();
    return one;
}

std::uint64_t list_pickups(store::Db& db, const PickupFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date today, const Each<Pickup>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (organisation_id) listing.where("u.organisation_id = {}", *organisation_id);
    if (filter.site) {
        listing.where("s.number = {}", static_cast<std::int64_t>(filter.site->value()));
    }
    if (filter.region) listing.where("u.region = {}", name_of(*filter.region));
    if (filter.from) listing.where("u.day >= {}", filter.from->iso());
    if (filter.until) listing.where("u.day <= {}", filter.until->iso());
    if (filter.state == "cancelled") listing.where("u.cancelled_at <> ''");
    if (filter.state == "postponed") listing.where("u.cancelled_at = '' AND u.postponed_to <> 0");
    constexpr std::string_view stands = "u.cancelled_at = '' AND u.postponed_to = 0";
    if (filter.state == "coming")
        listing.where(fmt::format("{} AND u.day >= {{}}", stands), today.iso());
    if (filter.state == "past")
        listing.where(fmt::format("{} AND u.day < {{}}", stands), today.iso());
    access::narrow(
        listing, sight,
        {.organisation = "u.organisation_id", .person = "u.person_id", .context = "u.context_id"});
    listing.order(filter.page,
                  {{"day", "u.day, o.number, s.number, u.id"},
                   {"org", "o.number, u.day, u.id"},
                   {"site", "s.folded, s.number, u.day, u.id"}},
                  "day");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(pickup_from(row, today)); });
}

}  // namespace dcadmin::secure_zone
