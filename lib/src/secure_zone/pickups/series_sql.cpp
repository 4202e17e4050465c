// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/series_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view row_columns = R"(
    SELECT y.id, y.organisation_id, y.context_id, y.region, y.every, y.on_day, y.on_holiday,
           y.valid_from, y.valid_until, y.person_id, y.phone, y.bags, y.ended_at, p.audit_key
    FROM pickup_series y JOIN person p ON p.id = y.person_id)";

SeriesRow row_from(const store::Statement& found) {
    return {
        .id = found.integer(0),
        .organisation_id = found.integer(1),
        .context_id = found.integer(2),
        .region = parse_region(found.text(3)),
        .pattern = {.every = parse_pickup_rhythm(found.text(4)),
                    .on = static_cast<int>(found.integer(5)),
                    .on_holiday = parse_on_holiday(found.text(6)),
                    .valid = DateRange::of(Date::parse(found.text(7)), Date::parse(found.text(8)))},
        .person_id = found.integer(9),
        .phone = found.string(10),
        .bags = found.integer(11),
        .ended_at = found.string(12),
        .key = found.string(13)};
}

std::optional<SeriesRow> row_or_none(store::Statement& found,
                                     std::initializer_list<store::Value> values) {
    if (!found.first(values)) return std::nullopt;
    SeriesRow row = row_from(found);
    found.reset();
    return row;
}

}  // namespace

std::optional<SeriesRow> find_series(store::Db& db, PickupSeriesId id) {
    return row_or_none(db.statement(fmt::format("{} WHERE y.id = $1", row_columns)), {id.value()});
}

std::optional<SeriesRow> find_series(store::Db& db, std::int64_t context_id, Region region) {
    return row_or_none(db.statement(fmt::format(R"({}
        WHERE y.context_id = $1 AND y.region = $2
        ORDER BY CASE WHEN y.ended_at = '' THEN 0 ELSE 1 END, y.id DESC LIMIT 1)",
                                                row_columns)),
                       {context_id, name_of(region)});
}

std::int64_t insert_series(store::Db& db, const SeriesRow& row, std::int64_t operation) {
    const std::string from = row.pattern.valid.first().iso();
    const std::string until = row.pattern.valid.last().iso();
    return db
        .statement(R"(
        INSERT INTO pickup_series (organisation_id, context_id, region, every, on_day, on_holiday,
                                   valid_from, valid_until, person_id, phone, bags, ended_at,
                                   operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12)
        RETURNING id)")
        .insert({row.organisation_id, row.context_id, name_of(row.region),
                 name_of(row.pattern.every), static_cast<std::int64_t>(row.pattern.on),
                 name_of(row.pattern.on_holiday), from, until, row.person_id, row.phone, row.bags,
                 operation});
}

void change_series(store::Db& db, const SeriesRow& row) {
    const std::string from = row.pattern.valid.first().iso();
    const std::string until = row.pattern.valid.last().iso();
    db.statement(R"(
        UPDATE pickup_series
        SET every = $2, on_day = $3, on_holiday = $4, valid_from = $5, valid_until = $6,
            person_id = $7, phone = $8, bags = $9, ended_at = $10
        WHERE id = $1)")
        .run({row.id, name_of(row.pattern.every), static_cast<std::int64_t>(row.pattern.on),
              name_of(row.pattern.on_holiday), from, until, row.person_id, row.phone, row.bags,
              row.ended_at});
}

PickupSeries shown_series(store::Db& db, std::int64_t id) {
    auto& row = db.statement(R"(
        SELECT y.id, o.number, s.number, s.name, y.region, y.every, y.on_day, y.on_holiday,
               y.valid_from, y.valid_until, y.person_id,
               CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END,
               y.phone, y.bags, y.ended_at
        FROM pickup_series y
        JOIN organisation o ON o.id = y.organisation_id
        JOIN context_value s ON s.id = y.context_id
        JOIN person p ON p.id = y.person_id
        WHERE y.id = $1)");
    if (!row.first({id})) throw Error(Kind::integrity, "a series of pickups is gone");
    PickupSeries series{
        .id = PickupSeriesId::from_stored(row.integer(0)),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
        .site = SiteNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
        .site_name = row.string(3),
        .region = parse_region(row.text(4)),
        .every = parse_pickup_rhythm(row.text(5)),
        .on = static_cast<int>(row.integer(6)),
        .on_holiday = parse_on_holiday(row.text(7)),
        .from = Date::parse(row.text(8)),
        .until = {},
        .contact = PersonId::from_stored(row.integer(10)),
        .name = row.string(11),
        .phone = {},
        .bags = static_cast<int>(row.integer(13)),
        .state = row.text(14).empty() ? "active" : "ended"};
    if (row.text(9) != "9999-12-31") series.until = Date::parse(row.text(9));
    if (!row.text(12).empty()) series.phone = PhoneNumber::parse(row.text(12));
    row.reset();
    return series;
}

std::vector<SeriesRow> running_series(store::Db& db, std::int64_t organisation_id) {
    auto& rows = db.statement(fmt::format(
        "{} WHERE y.organisation_id = $1 AND y.ended_at = '' ORDER BY y.id", row_columns));
    rows.bind({organisation_id});
    std::vector<SeriesRow> all;
    while (rows.step()) all.push_back(row_from(rows));
    rows.reset();
    return all;
}

std::vector<PickupSeriesId> series_in_sight(store::Db& db, const SeriesWanted& wanted,
                                            const access::Sight& sight) {
    constexpr std::string_view from_where = R"(
        FROM pickup_series y
        JOIN organisation o ON o.id = y.organisation_id
        JOIN context_value s ON s.id = y.context_id)";
    store::Listing listing(fmt::format("SELECT y.id{}", from_where),
                           fmt::format("SELECT count(*){}", from_where));
    listing.where("y.ended_at = ''");
    if (wanted.organisation_id) listing.where("y.organisation_id = {}", *wanted.organisation_id);
    if (wanted.site) {
        listing.where("s.number = {}", static_cast<std::int64_t>(wanted.site->value()));
    }
    if (wanted.region) listing.where("y.region = {}", name_of(*wanted.region));
    access::narrow(
        listing, sight,
        {.organisation = "y.organisation_id", .person = "y.person_id", .context = "y.context_id"});
    listing.order({}, {{"org", "o.number, s.number, y.region, y.id"}}, "org");
    std::vector<PickupSeriesId> ids;
    listing.run(db, [&](const store::Statement& row) {
        ids.push_back(PickupSeriesId::from_stored(row.integer(0)));
        return true;
    });
    return ids;
}

Made made_of(store::Db& db, const SeriesRow& row, Date from) {
    const std::string since = from.iso();
    Made made;
    auto& rows = db.statement(R"(
        SELECT id, day, cancelled_at, series_id, series_day FROM pickup
        WHERE organisation_id = $1 AND context_id = $2 AND region = $3 AND day >= $4
        ORDER BY id)");
    rows.bind({row.organisation_id, row.context_id, name_of(row.region), since});
    while (rows.step()) {
        const auto id = PickupId::from_stored(rows.integer(0));
        const Date day = Date::parse(rows.text(1));
        const bool cancelled = !rows.text(2).empty();
        if (!cancelled) made.there.emplace(day, id);
        if (rows.integer(3) == row.id) {
            made.occurrences.emplace(Date::parse(rows.text(4)), Made::One{id, day, cancelled});
        }
    }
    rows.reset();
    return made;
}

}  // namespace dcadmin::secure_zone
