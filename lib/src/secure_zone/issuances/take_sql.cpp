// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/take_sql.h"

#include "audit/issuance_images.h"
#include "store/list_statement.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

namespace {

// No day is later.
constexpr std::string_view any_day = "9999-12-31";

// The service's condition is that of the index of services with vouchers that wait.
constexpr std::string_view take_all = R"(
    UPDATE allocation SET issuance_id = $1
    WHERE issuance_id = 0 AND hand_in_until >= $2 AND allocated_on <= $3 AND hand_in_until <= $4
        AND service_id IN (SELECT id FROM service
                           WHERE organisation_id = $5 AND region = $6 AND hand_in_until <> ''))";
constexpr std::string_view take_one = R"(
    UPDATE allocation SET issuance_id = $1
    WHERE service_id = $5 AND issuance_id = 0 AND hand_in_until >= $2 AND allocated_on <= $3
        AND hand_in_until <= $4)";

// Of these services all that waited was taken.
const store::ListStatement& tell_whole() {
    static const store::ListStatement statement(R"(
        UPDATE service
        SET issued = allocated,
            state = CASE WHEN state = 'allocated' THEN 'issued' ELSE state END,
            hand_in_until = ''
        WHERE id IN ({}))",
                                                1);
    return statement;
}

// Of these something waits on.
const store::ListStatement& tell_part() {
    static const store::ListStatement statement(R"(
        UPDATE service
        SET issued = issued + taken.vouchers,
            hand_in_until = (SELECT min(a.hand_in_until) FROM allocation a
                             WHERE a.service_id = service.id AND a.issuance_id = 0)
        FROM (SELECT service_id, CAST(sum(vouchers) AS BIGINT) AS vouchers
              FROM allocation WHERE issuance_id = $1 AND service_id IN ({})
              GROUP BY service_id) taken
        WHERE service.id = taken.service_id)",
                                                2);
    return statement;
}

// The other way round, before the vouchers themselves are let go.
constexpr std::string_view tell_back = R"(
    UPDATE service
    SET issued = issued - given.vouchers,
        state = CASE WHEN state = 'issued' THEN 'allocated' ELSE state END,
        hand_in_until = CASE WHEN service.hand_in_until = ''
                                 OR given.hand_in_until < service.hand_in_until
                             THEN given.hand_in_until ELSE service.hand_in_until END
    FROM (SELECT service_id, CAST(sum(vouchers) AS BIGINT) AS vouchers,
                 min(hand_in_until) AS hand_in_until
          FROM allocation WHERE issuance_id = $1 AND issuance_id <> 0
          GROUP BY service_id) given
    WHERE service.id = given.service_id)";

// Vouchers of a service of which more waited than these.
struct Piece {
    std::int64_t service_id;
    std::int64_t waited;
    std::int64_t vouchers;
};

// The services of which something was taken.
struct Services {
    std::vector<std::int64_t> whole;
    std::vector<std::int64_t> part;
    std::vector<Piece> pieces;  // until put_together()
};

void put_together(Services& services) {
    auto& pieces = services.pieces;
    std::ranges::sort(pieces, {}, &Piece::service_id);
    for (auto at = pieces.begin(); at != pieces.end();) {
        const Piece& first = *at;
        std::int64_t vouchers = 0;
        for (; at != pieces.end() && at->service_id == first.service_id; ++at) {
            vouchers += at->vouchers;
        }
        (vouchers == first.waited ? services.whole : services.part).push_back(first.service_id);
    }
    pieces.clear();
    // Rows and indexes are changed in their order, in which they often are already.
    if (!std::ranges::is_sorted(services.whole)) std::ranges::sort(services.whole);
}

Services read_taken(store::Db& db, IssuanceRow& row, VouchersByDay& days) {
    audit::IssuanceItems items;
    Services services;
    auto same = days.end();  // a day often comes many times in a row
    auto& rows = db.statement(R"(
        SELECT a.id, a.service_id, a.voucher_order_id, a.first_number, a.vouchers, s.day,
               s.allocated - s.issued
        FROM allocation a JOIN service s ON s.id = a.service_id
        WHERE a.issuance_id = $1 AND a.issuance_id <> 0 ORDER BY a.id)");
    rows.bind({row.id});
    while (rows.step()) {
        const std::int64_t service = rows.integer(1);
        const std::int64_t vouchers = rows.integer(4);
        items.add(rows.integer(0), service, rows.integer(2), rows.integer(3), vouchers);
        if (rows.integer(6) == vouchers) {
            services.whole.push_back(service);
        } else {
            services.pieces.push_back({service, rows.integer(6), vouchers});
        }
        if (same == days.end() || same->first != rows.text(5)) {
            same = days.try_emplace(rows.string(5)).first;
        }
        same->second += vouchers;
    }
    rows.reset();
    put_together(services);
    row.vouchers = items.vouchers();
    row.items = items.text();
    return services;
}

}  // namespace

VouchersByDay take(store::Db& db, IssuanceRow& row, const Wanted& wanted) {
    const std::string_view allocated = wanted.allocated_until ? *wanted.allocated_until : any_day;
    const std::string_view last_day = wanted.hand_in_until ? *wanted.hand_in_until : any_day;
    for (const std::int64_t service : wanted.services) {
        db.statement(take_one).run({row.id, wanted.today, allocated, last_day, service});
    }
    if (wanted.services.empty()) {
        db.statement(take_all).run({row.id, wanted.today, allocated, last_day, row.organisation_id,
                                    name_of(row.region)});
    }
    VouchersByDay days;
    const Services services = read_taken(db, row, days);
    row.services = tell_whole().change(db, {}, services.whole) +
                   tell_part().change(db, {row.id}, services.part);
    return days;
}

void let_go(store::Db& db, IssuanceRow& row) {
    db.statement(tell_back).run({row.id});
    db.statement(
          "UPDATE allocation SET issuance_id = 0 WHERE issuance_id = $1 AND issuance_id <> 0")
        .run({row.id});
    row.services = 0;
    row.vouchers = 0;
    row.items.clear();
}

std::int64_t past_their_day(store::Db& db, std::int64_t issuance_id, const std::string& today) {
    auto& found = db.statement(R"(
        SELECT CAST(coalesce(sum(vouchers), 0) AS BIGINT) FROM allocation
        WHERE issuance_id = $1 AND issuance_id <> 0 AND hand_in_until < $2)");
    found.first({issuance_id, today});
    const std::int64_t vouchers = found.integer(0);
    found.reset();
    return vouchers;
}

Waiting expired(store::Db& db, std::int64_t organisation_id, Region region,
                const std::string& today) {
    auto& found = db.statement(R"(
        SELECT count(DISTINCT s.id), CAST(coalesce(sum(a.vouchers), 0) AS BIGINT)
        FROM service s JOIN allocation a ON a.service_id = s.id
        WHERE s.organisation_id = $1 AND s.hand_in_until <> '' AND s.hand_in_until < $3
            AND s.region = $2 AND a.issuance_id = 0 AND a.hand_in_until < $3)");
    found.first({organisation_id, name_of(region), today});
    const Waiting waiting{.services = found.integer(0), .vouchers = found.integer(1)};
    found.reset();
    return waiting;
}

std::optional<NamedService> find_named(store::Db& db, std::int64_t service_id) {
    auto& found = db.statement(R"(
        SELECT s.organisation_id, s.region, s.context_id, s.state,
               coalesce((SELECT max(a.hand_in_until) FROM allocation a
                         WHERE a.service_id = s.id AND a.issuance_id = 0), ''),
               coalesce((SELECT max(a.issuance_id) FROM allocation a
                         WHERE a.service_id = s.id), 0)
        FROM service s WHERE s.id = $1)");
    if (!found.first({service_id})) return std::nullopt;
    NamedService service{.organisation_id = found.integer(0),
                         .region = parse_region(found.text(1)),
                         .context_id = found.integer(2),
                         .state = found.string(3),
                         .waits_until = found.string(4),
                         .issuance_id = found.integer(5)};
    found.reset();
    return service;
}

}  // namespace dcadmin::secure_zone
