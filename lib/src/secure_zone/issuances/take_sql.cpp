// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/take_sql.h"

#include "audit/issuance_images.h"

#include <fmt/format.h>

#include <functional>
#include <set>
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

// A service of which nothing waits any more is handed in as far as it has vouchers. Day by day:
// what is looked up by an index that the update itself changes is written down first.
constexpr std::string_view tell_whole = R"(
    UPDATE service
    SET issued = allocated,
        state = CASE WHEN state = 'allocated' THEN 'issued' ELSE state END,
        hand_in_until = ''
    WHERE organisation_id = $1 AND region = $2 AND day = $3 AND hand_in_until || '' <> ''
        AND NOT EXISTS (SELECT 1 FROM allocation a
                        WHERE a.service_id = service.id AND a.issuance_id = 0))";
// Of the others, those of which something was taken.
constexpr std::string_view taken_of_others = R"(
    SELECT a.service_id, CAST(sum(a.vouchers) AS BIGINT) AS vouchers
    FROM service s JOIN allocation a ON a.service_id = s.id AND a.issuance_id = $1
    WHERE s.organisation_id = $2 AND s.region = $3 AND s.hand_in_until <> ''
    GROUP BY a.service_id)";
constexpr std::string_view taken_at_all = R"(
    SELECT service_id, CAST(sum(vouchers) AS BIGINT) AS vouchers
    FROM allocation WHERE issuance_id = $1 AND issuance_id <> 0
    GROUP BY service_id)";

// Only where something is left to wait is it looked up until when.
std::string tell_services(std::string_view taken) {
    return fmt::format(R"(
        UPDATE service
        SET issued = issued + taken.vouchers,
            state = CASE WHEN state = 'allocated' AND issued + taken.vouchers = hours
                         THEN 'issued' ELSE state END,
            hand_in_until = CASE WHEN issued + taken.vouchers = allocated THEN ''
                ELSE coalesce((SELECT min(a.hand_in_until) FROM allocation a
                               WHERE a.service_id = service.id AND a.issuance_id = 0), '') END
        FROM ({}) taken
        WHERE service.id = taken.service_id)",
                       taken);
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

using Days = std::set<std::string, std::less<>>;

// The days of their services.
Days count_items(store::Db& db, IssuanceRow& row) {
    audit::IssuanceItems items;
    Days days;
    auto& rows = db.statement(R"(
        SELECT a.id, a.service_id, a.voucher_order_id, a.first_number, a.vouchers, s.day
        FROM allocation a JOIN service s ON s.id = a.service_id
        WHERE a.issuance_id = $1 AND a.issuance_id <> 0 ORDER BY a.id)");
    rows.bind({row.id});
    while (rows.step()) {
        items.add(rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3),
                  rows.integer(4));
        if (!days.contains(rows.text(5))) days.insert(rows.string(5));
    }
    rows.reset();
    row.vouchers = items.vouchers();
    row.items = items.text();
    return days;
}

}  // namespace

void take(store::Db& db, IssuanceRow& row, const Wanted& wanted) {
    const std::string_view allocated = wanted.allocated_until ? *wanted.allocated_until : any_day;
    const std::string_view last_day = wanted.hand_in_until ? *wanted.hand_in_until : any_day;
    const std::string_view region = name_of(row.region);
    for (const std::int64_t service : wanted.services) {
        db.statement(take_one).run({row.id, wanted.today, allocated, last_day, service});
    }
    if (wanted.services.empty()) {
        db.statement(take_all).run(
            {row.id, wanted.today, allocated, last_day, row.organisation_id, region});
    }
    // Where most of what waits is taken, most services are done without counting their vouchers.
    const Days days = count_items(db, row);
    if (!wanted.services.empty() || wanted.hand_in_until) {
        row.services = db.statement(tell_services(taken_at_all)).run({row.id});
        return;
    }
    row.services = 0;
    for (const std::string& day : days) {
        row.services += db.statement(tell_whole).run({row.organisation_id, region, day});
    }
    row.services +=
        db.statement(tell_services(taken_of_others)).run({row.id, row.organisation_id, region});
}

void let_go(store::Db& db, IssuanceRow& row) {
    db.statement(tell_back).run({row.id});
    db.statement(
          "UPDATE allocation SET issuance_id = 0 WHERE issuance_id = $1 AND issuance_id <> 0")
        .run({row.id});
    row.services = 0;
    count_items(db, row);
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
