// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/issuances_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT i.id, o.number, o.name, i.region, i.kind, i.mode, i.period, i.period_until, i.month,
           i.made_on, i.received_on, i.state, i.services, i.vouchers)";
constexpr std::string_view from_where =
    " FROM issuance i JOIN organisation o ON o.id = i.organisation_id";

constexpr std::string_view item_columns = R"(
    SELECT a.service_id, s.work_id, c.number, s.day, w.login, u.number, s.hours,
           a.voucher_order_id, a.first_number, a.vouchers, v.issued_on, a.hand_in_until)";
constexpr std::string_view item_tables = R"(
    FROM allocation a
    JOIN service s ON s.id = a.service_id
    JOIN organisation c ON c.id = s.organisation_id
    JOIN worker w ON w.id = s.worker_id
    JOIN customer u ON u.id = s.customer_id
    JOIN voucher_order v ON v.id = a.voucher_order_id)";
constexpr std::string_view item_order = "s.day, s.id, a.id";

std::optional<Date> maybe_day(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(Date::parse(text));
}

Issuance issuance_from(const store::Statement& row) {
    Issuance one{.id = IssuanceId::from_stored(row.integer(0)),
                 .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
                 .org_name = row.string(2),
                 .region = parse_region(row.text(3)),
                 .kind = row.string(4),
                 .mode = row.string(5),
                 .period = row.string(6),
                 .period_until = maybe_day(row.text(7)),
                 .month = {},
                 .made_on = Date::parse(row.text(9)),
                 .received_on = maybe_day(row.text(10)),
                 .state = parse_issuance_state(row.text(11)),
                 .services = row.integer(12),
                 .vouchers = row.integer(13)};
    if (!row.text(8).empty()) one.month = Month::parse(row.text(8));
    return one;
}

IssuanceItem item_from(const store::Statement& row) {
    return {.service = ServiceId::from_stored(row.integer(0)),
            .work_id = row.string(1),
            .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
            .day = Date::parse(row.text(3)),
            .worker = AffiliationNumber::from_stored(static_cast<std::uint64_t>(row.integer(4))),
            .customer = CustomerNumber::from_stored(static_cast<std::uint64_t>(row.integer(5))),
            .hours = static_cast<int>(row.integer(6)),
            .order = VoucherOrderId::from_stored(row.integer(7)),
            .first_number = row.integer(8),
            .vouchers = static_cast<int>(row.integer(9)),
            .issued_on = Date::parse(row.text(10)),
            .hand_in_until = Date::parse(row.text(11))};
}

}  // namespace

std::optional<IssuanceRow> find_issuance(store::Db& db, std::int64_t id) {
    auto& found = db.statement(R"(
        SELECT organisation_id, region, kind, mode, period, period_until, month, made_on,
               received_on, state, services, vouchers, items
        FROM issuance WHERE id = $1)");
    if (!found.first({id})) return std::nullopt;
    IssuanceRow row{.id = id,
                    .organisation_id = found.integer(0),
                    .region = parse_region(found.text(1)),
                    .kind = found.string(2),
                    .mode = found.string(3),
                    .period = found.string(4),
                    .period_until = found.string(5),
                    .month = found.string(6),
                    .made_on = found.string(7),
                    .received_on = found.string(8),
                    .state = parse_issuance_state(found.text(9)),
                    .services = found.integer(10),
                    .vouchers = found.integer(11),
                    .items = found.string(12)};
    found.reset();
    return row;
}

std::int64_t insert_issuance(store::Db& db, const IssuanceRow& row, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO issuance (organisation_id, region, kind, mode, period, period_until, month,
                              made_on, received_on, state, services, vouchers, items, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        RETURNING id)")
        .insert({row.organisation_id, name_of(row.region), row.kind, row.mode, row.period,
                 row.period_until, row.month, row.made_on, row.received_on, name_of(row.state),
                 row.services, row.vouchers, row.items, operation});
}

void update_issuance(store::Db& db, const IssuanceRow& row) {
    db.statement(R"(
        UPDATE issuance
        SET received_on = $2, state = $3, services = $4, vouchers = $5, items = $6
        WHERE id = $1)")
        .run({row.id, row.received_on, name_of(row.state), row.services, row.vouchers, row.items});
}

std::uint64_t list_issuances(store::Db& db, const IssuanceFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, const Each<Issuance>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (organisation_id) listing.where("i.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("i.region = {}", name_of(*filter.region));
    if (filter.state) listing.where("i.state = {}", name_of(*filter.state));
    if (!filter.kind.empty()) listing.where("i.kind = {}", filter.kind);
    if (!filter.mode.empty()) listing.where("i.mode = {}", filter.mode);
    if (filter.from) listing.where("i.made_on >= {}", filter.from->iso());
    if (filter.until) listing.where("i.made_on <= {}", filter.until->iso());
    access::narrow(listing, sight, {.organisation = "i.organisation_id"});
    listing.order(filter.page,
                  {{"id", "i.id"},
                   {"made", "i.made_on, i.id"},
                   {"org", "o.number, i.id"},
                   {"vouchers", "i.vouchers, i.id"}},
                  "id");
    return listing.run(db, [&](const store::Statement& row) { return each(issuance_from(row)); });
}

Issuance shown_issuance(store::Db& db, std::int64_t id) {
    auto& row = db.statement(fmt::format("{}{} WHERE i.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "an issuance is gone");
    Issuance one = issuance_from(row);
    row.reset();
    return one;
}

std::uint64_t list_items(store::Db& db, std::int64_t issuance_id, const Page& page,
                         const access::Sight& sight, const Each<IssuanceItem>& each) {
    store::Listing listing(fmt::format("{}{}", item_columns, item_tables),
                           fmt::format("SELECT count(*){}", item_tables));
    listing.where("a.issuance_id = {} AND a.issuance_id <> 0", issuance_id);
    access::narrow(listing, sight,
                   {.organisation = "s.organisation_id", .context = "s.context_id"});
    listing.order(page, {{"day", item_order}}, "day");
    return listing.run(db, [&](const store::Statement& row) { return each(item_from(row)); });
}

std::uint64_t list_expired(store::Db& db, const ExpiredFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           const std::string& today, const Each<IssuanceItem>& each) {
    store::Listing listing(fmt::format("{}{}", item_columns, item_tables),
                           fmt::format("SELECT count(*){}", item_tables));
    // The first condition is that of an index.
    listing.where("s.hand_in_until <> '' AND s.hand_in_until < {}", today);
    listing.where("a.issuance_id = 0 AND a.hand_in_until < {}", today);
    if (organisation_id) listing.where("s.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("s.region = {}", name_of(*filter.region));
    access::narrow(listing, sight,
                   {.organisation = "s.organisation_id", .context = "s.context_id"});
    listing.order(filter.page,
                  {{"hand-in-until", "a.hand_in_until, s.id, a.id"}, {"day", item_order}},
                  "hand-in-until");
    return listing.run(db, [&](const store::Statement& row) { return each(item_from(row)); });
}

}  // namespace dcadmin::secure_zone
