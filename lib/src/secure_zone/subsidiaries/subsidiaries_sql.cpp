// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/subsidiaries/subsidiaries_sql.h"

#include "secure_zone/services/shelf.h"
#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

namespace {

// $1 is today.
const std::string& columns() {
    static const std::string sql =
        fmt::format(R"(
    SELECT o.number, o.name, p.number, coalesce(d.deactivated_on, ''),
           (SELECT count(*) FROM worker w
            WHERE w.organisation_id = o.id AND w.inactive_since = ''),
           (SELECT count(*) FROM service v
            WHERE v.shelf BETWEEN o.id * {0} AND o.id * {0} + {1}),
           (SELECT count(*) FROM issuance i
            WHERE i.organisation_id = o.id
                AND i.state NOT IN ('paid', 'closed', 'cancelled', 'empty')),
           (SELECT count(*) FROM pickup u
            WHERE u.organisation_id = o.id AND u.day >= $1 AND u.cancelled_at = ''
                AND u.postponed_to = 0),
           (SELECT count(*) FROM pickup_series y
            WHERE y.organisation_id = o.id AND y.ended_at = '')
    FROM organisation o
    JOIN organisation p ON p.id = o.parent_id
    LEFT JOIN deactivation d ON d.organisation_id = o.id)",
                    shelves_of_company, last_shelf(ServiceState::issued));
    return sql;
}
constexpr std::string_view counted = R"(
    SELECT count(*) FROM organisation o
    JOIN organisation p ON p.id = o.parent_id AND length($1) > 0)";

EnterpriseNumber enterprise(std::int64_t stored) {
    return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(stored));
}

Subsidiary from_row(const store::Statement& row) {
    Subsidiary one{.number = enterprise(row.integer(0)),
                   .name = row.string(1),
                   .parent = enterprise(row.integer(2)),
                   .state = row.text(3).empty() ? "active" : "deactivated",
                   .deactivated_on = {},
                   .workers = row.integer(4),
                   .services = row.integer(5),
                   .issuances = row.integer(6),
                   .pickups = row.integer(7),
                   .series = row.integer(8)};
    if (!row.text(3).empty()) one.deactivated_on = Date::parse(row.text(3));
    return one;
}

}  // namespace

std::optional<SubsidiaryRow> find_subsidiary(store::Db& db, EnterpriseNumber number) {
    auto& found = db.statement(R"(
        SELECT o.id, coalesce(o.parent_id, 0), coalesce(p.number, 0)
        FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id
        WHERE o.number = $1)");
    if (!found.first({static_cast<std::int64_t>(number.value())})) return std::nullopt;
    SubsidiaryRow row{
        .id = found.integer(0), .parent_id = found.integer(1), .parent = found.integer(2)};
    found.reset();
    return row;
}

std::optional<Date> deactivated_on(store::Db& db, std::int64_t organisation_id) {
    auto& found =
        db.statement("SELECT deactivated_on FROM deactivation WHERE organisation_id = $1");
    if (!found.first({organisation_id})) return std::nullopt;
    const Date day = Date::parse(found.text(0));
    found.reset();
    return day;
}

std::int64_t insert_deactivation(store::Db& db, std::int64_t organisation_id, Date day, bool forced,
                                 std::int64_t operation) {
    const std::string on = day.iso();
    return db
        .statement(R"(
        INSERT INTO deactivation (organisation_id, deactivated_on, forced, operation_id)
        VALUES ($1, $2, $3, $4)
        RETURNING id)")
        .insert({organisation_id, on, static_cast<std::int64_t>(forced ? 1 : 0), operation});
}

std::vector<AffiliationNumber> active_workers(store::Db& db, std::int64_t organisation_id) {
    auto& rows = db.statement(R"(
        SELECT login FROM worker WHERE organisation_id = $1 AND inactive_since = '' ORDER BY id)");
    rows.bind({organisation_id});
    std::vector<AffiliationNumber> logins;
    while (rows.step()) {
        logins.push_back(
            AffiliationNumber::from_stored(static_cast<std::uint64_t>(rows.integer(0))));
    }
    rows.reset();
    return logins;
}

Subsidiary shown_subsidiary(store::Db& db, std::int64_t id, Date today) {
    const std::string day = today.iso();
    auto& row = db.statement(fmt::format("{} WHERE o.id = $2", columns()));
    if (!row.first({day, id})) throw Error(Kind::integrity, "a subsidiary is gone");
    Subsidiary one = from_row(row);
    row.reset();
    return one;
}

std::uint64_t list_subsidiaries(store::Db& db, std::optional<std::int64_t> parent_id,
                                const Page& page, const access::Sight& sight, Date today,
                                const Each<Subsidiary>& each) {
    store::Listing listing(columns(), std::string(counted), {today.iso()});
    if (parent_id) listing.where("o.parent_id = {}", *parent_id);
    access::narrow(listing, sight, {.organisation = "o.parent_id"});
    listing.order(page, {{"name", "o.folded, o.number"}, {"number", "o.number"}}, "name");
    return listing.run(db, [&](const store::Statement& row) { return each(from_row(row)); });
}

}  // namespace dcadmin::secure_zone
