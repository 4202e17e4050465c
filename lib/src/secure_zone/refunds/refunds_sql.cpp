// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/refunds/refunds_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT i.id, o.number, o.name, i.region, i.made_on, i.state, r.vouchers, r.unpriced, r.cents,
           r.expected_on, r.paid_on, r.reference)";
constexpr std::string_view tables = R"(
    FROM refund r
    JOIN issuance i ON i.id = r.issuance_id
    JOIN organisation o ON o.id = i.organisation_id)";

std::optional<Date> maybe_day(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(Date::parse(text));
}

Refund refund_from(const store::Statement& row, Date today) {
    const bool paid = !row.text(10).empty();
    const bool blocked = row.text(5) == name_of(IssuanceState::blocked);
    Refund one{.issuance = IssuanceId::from_stored(row.integer(0)),
               .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
               .org_name = row.string(2),
               .region = parse_region(row.text(3)),
               .made_on = Date::parse(row.text(4)),
               .state = paid      ? "paid"
                        : blocked ? "blocked"
                                  : "pending",
               .vouchers = row.integer(6),
               .unpriced = row.integer(7),
               .amount = Money::from_cents(row.integer(8)),
               .expected_on = maybe_day(row.text(9)),
               .late = false,
               .paid_on = maybe_day(row.text(10)),
               .reference = row.string(11)};
    one.late = !paid && one.expected_on && *one.expected_on < today;
    return one;
}

}  // namespace

std::vector<TariffRow> tariffs_for(store::Db& db, Region region) {
    auto& rows = db.statement(R"(
        SELECT id, kind, basis, amount, valid_from, valid_until, hand_in_until FROM tariff
        WHERE kind IN ('exchange', 'supplement') AND (region = '' OR region = $1)
        ORDER BY valid_from, id)");
    rows.bind({name_of(region)});
    std::vector<TariffRow> all;
    while (rows.step()) {
        all.push_back({.id = rows.integer(0),
                       .kind = parse_tariff_kind(rows.text(1)),
                       .basis = parse_tariff_basis(rows.text(2)),
                       .cents = rows.integer(3),
                       .from = Date::parse(rows.text(4)),
                       .until = Date::parse(rows.text(5)),
                       .hand_in_until = maybe_day(rows.text(6))});
    }
    rows.reset();
    return all;
}

std::vector<VoucherGroup> voucher_groups(store::Db& db, std::int64_t issuance_id,
                                         const std::vector<TariffRow>& tariffs) {
    const bool by_service = asks_for(tariffs, TariffBasis::service);
    const bool by_issue = asks_for(tariffs, TariffBasis::issue);
    auto& rows = db.statement(
        fmt::format("SELECT {}, {}, a.vouchers FROM allocation a{}{} "
                    "WHERE a.issuance_id = $1 AND a.issuance_id <> 0",
                    by_service ? "s.day" : "''", by_issue ? "v.issued_on" : "''",
                    by_service ? " JOIN service s ON s.id = a.service_id" : "",
                    by_issue ? " JOIN voucher_order v ON v.id = a.voucher_order_id" : ""));
    rows.bind({issuance_id});
    std::map<std::pair<std::string, std::string>, std::int64_t> vouchers;
    auto same = vouchers.end();  // days often come many times in a row
    while (rows.step()) {
        if (same == vouchers.end() || same->first.first != rows.text(0) ||
            same->first.second != rows.text(1)) {
            same = vouchers.try_emplace({rows.string(0), rows.string(1)}).first;
        }
        same->second += rows.integer(2);
    }
    rows.reset();
    std::vector<VoucherGroup> groups;
    for (const auto& [days, count] : vouchers) {
        groups.push_back({.service_day = maybe_day(days.first),
                          .issued_on = maybe_day(days.second),
                          .vouchers = count});
    }
    return groups;
}

std::optional<RefundRow> find_refund(store::Db& db, std::int64_t issuance_id) {
    auto& found = db.statement(R"(
        SELECT id, cents, vouchers, unpriced, expected_on, paid_on, reference
        FROM refund WHERE issuance_id = $1)");
    if (!found.first({issuance_id})) return std::nullopt;
    RefundRow row{.id = found.integer(0),
                  .issuance_id = issuance_id,
                  .price = {.cents = found.integer(1),
                            .vouchers = found.integer(2),
                            .unpriced = found.integer(3),
                            .lines = {}},
                  .expected_on = found.string(4),
                  .paid_on = found.string(5),
                  .reference = found.string(6)};
    found.reset();
    auto& lines = db.statement(
        "SELECT tariff_id, vouchers FROM refund_line WHERE refund_id = $1 AND vouchers > 0");
    lines.bind({row.id});
    while (lines.step()) row.price.lines[lines.integer(0)] = lines.integer(1);
    lines.reset();
    return row;
}

std::vector<std::int64_t> open_refunds(store::Db& db) {
    auto& rows = db.statement("SELECT issuance_id FROM refund WHERE paid_on = '' ORDER BY id");
    rows.bind({});
    std::vector<std::int64_t> all;
    while (rows.step()) all.push_back(rows.integer(0));
    rows.reset();
    return all;
}

namespace {

void write_lines(store::Db& db, const RefundRow& row) {
    for (const auto& [tariff, vouchers] : row.price.lines) {
        db.statement(R"(
            INSERT INTO refund_line (refund_id, tariff_id, vouchers) VALUES ($1, $2, $3)
            ON CONFLICT (refund_id, tariff_id) DO UPDATE SET vouchers = excluded.vouchers)")
            .run({row.id, tariff, vouchers});
    }
}

}  // namespace

std::int64_t insert_refund(store::Db& db, const RefundRow& row, std::int64_t operation) {
    RefundRow made = row;
    made.id = db.statement(R"(
        INSERT INTO refund (issuance_id, cents, vouchers, unpriced, expected_on, paid_on, reference,
                            operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id)")
                  .insert({row.issuance_id, row.price.cents, row.price.vouchers, row.price.unpriced,
                           row.expected_on, row.paid_on, row.reference, operation});
    write_lines(db, made);
    return made.id;
}

void update_refund(store::Db& db, const RefundRow& row) {
    db.statement(R"(
        UPDATE refund
        SET cents = $2, vouchers = $3, unpriced = $4, paid_on = $5, reference = $6, expected_on = $7
        WHERE id = $1)")
        .run({row.id, row.price.cents, row.price.vouchers, row.price.unpriced, row.paid_on,
              row.reference, row.expected_on});
    db.statement("UPDATE refund_line SET vouchers = 0 WHERE refund_id = $1").run({row.id});
    write_lines(db, row);
}

void pay_services(store::Db& db, std::int64_t issuance_id) {
    db.statement(R"(
        UPDATE service
        SET paid = paid + refunded.vouchers,
            state = CASE WHEN state = 'issued' AND paid + refunded.vouchers = hours
                         THEN 'refunded' ELSE state END
        FROM (SELECT service_id, CAST(sum(vouchers) AS BIGINT) AS vouchers
              FROM allocation WHERE issuance_id = $1 AND issuance_id <> 0
              GROUP BY service_id) refunded
        WHERE service.id = refunded.service_id)")
        .run({issuance_id});
}

std::uint64_t list_refunds(store::Db& db, const RefundFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date today, const Each<Refund>& each) {
    store::Listing listing(fmt::format("{}{}", columns, tables),
                           fmt::format("SELECT count(*){}", tables));
    if (organisation_id) listing.where("i.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("i.region = {}", name_of(*filter.region));
    if (filter.state == "paid") listing.where("r.paid_on <> ''");
    if (filter.state == "blocked") listing.where("r.paid_on = '' AND i.state = 'blocked'");
    if (filter.state == "pending") listing.where("r.paid_on = '' AND i.state <> 'blocked'");
    if (filter.late) {
        listing.where("r.paid_on = '' AND r.expected_on <> '' AND r.expected_on < {}", today.iso());
    }
    access::narrow(listing, sight, {.organisation = "i.organisation_id"});
    listing.order(filter.page,
                  {{"issuance", "i.id"},
                   {"expected", "r.expected_on, i.id"},
                   {"org", "o.number, i.id"},
                   {"amount", "r.cents, i.id"}},
                  "issuance");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(refund_from(row, today)); });
}

std::optional<Refund> shown_refund(store::Db& db, std::int64_t issuance_id, Date today) {
    auto& row = db.statement(fmt::format("{}{} WHERE i.id = $1", columns, tables));
    if (!row.first({issuance_id})) return std::nullopt;
    Refund one = refund_from(row, today);
    row.reset();
    return one;
}

std::uint64_t list_lines(store::Db& db, std::int64_t issuance_id, const Each<RefundLine>& each) {
    auto& rows = db.statement(R"(
        SELECT t.kind, t.basis, t.valid_from, t.amount, l.vouchers, t.source
        FROM refund r
        JOIN refund_line l ON l.refund_id = r.id AND l.vouchers > 0
        JOIN tariff t ON t.id = l.tariff_id
        WHERE r.issuance_id = $1
        ORDER BY t.kind, t.valid_from, t.id)");
    rows.bind({issuance_id});
    std::uint64_t total = 0;
    while (rows.step()) {
        const std::int64_t cents = rows.integer(3);
        const std::int64_t vouchers = rows.integer(4);
        ++total;
        if (!each({.kind = parse_tariff_kind(rows.text(0)),
                   .basis = parse_tariff_basis(rows.text(1)),
                   .from = Date::parse(rows.text(2)),
                   .tariff = Money::from_cents(cents),
                   .vouchers = vouchers,
                   .amount = Money::from_cents(cents * vouchers),
                   .source = rows.string(5)})) {
            break;
        }
    }
    rows.reset();
    return total;
}

}  // namespace dcadmin::secure_zone
