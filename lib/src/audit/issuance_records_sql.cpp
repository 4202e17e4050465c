// SPDX-License-Identifier: Apache-2.0
#include "audit/issuance_records_sql.h"

#include "audit/issuance_images.h"
#include "audit/subjects.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::audit {

namespace {

void read_schedule(store::Db&, const store::Statement& row, Record& record) {
    record.name = "issuance schedule " + row.string(0);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 7);
    record.operation = row.integer(8);
    record.image = image_of(ScheduleFields{.organisation_id = row.integer(1),
                                           .region = row.text(2),
                                           .every = row.text(3),
                                           .on_day = row.integer(4),
                                           .since = row.text(5),
                                           .ended_at = row.text(6)});
}

std::string items_of(store::Db& db, std::int64_t issuance_id) {
    IssuanceItems items;
    auto& rows = db.statement(R"(
        SELECT id, service_id, voucher_order_id, first_number, vouchers
        FROM allocation WHERE issuance_id = $1 AND issuance_id <> 0 ORDER BY id)");
    rows.bind({issuance_id});
    while (rows.step()) {
        items.add(rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3),
                  rows.integer(4));
    }
    rows.reset();
    return items.text();
}

// Its own column of items is a copy, which must be one.
void read_issuance(store::Db& db, const store::Statement& row, Record& record) {
    record.name = public_name("issuance", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 14);
    record.operation = row.integer(15);
    const std::string items = items_of(db, record.id);
    record.image = image_of(IssuanceFields{.organisation_id = row.integer(1),
                                           .region = row.text(2),
                                           .kind = row.text(3),
                                           .mode = row.text(4),
                                           .period = row.text(5),
                                           .period_until = row.text(6),
                                           .month = row.text(7),
                                           .made_on = row.text(8),
                                           .received_on = row.text(9),
                                           .state = row.text(10),
                                           .services = row.integer(11),
                                           .vouchers = row.integer(12),
                                           .items = items});
    if (items != row.text(13)) record.oddity = to_say("does not hold what its row says");
}

void read_block(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("block", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 7);
    record.operation = row.integer(8);
    record.image = image_of(BlockFields{.organisation_id = row.integer(1),
                                        .region = row.text(2),
                                        .issuance_id = row.integer(3),
                                        .cause = row.text(4),
                                        .since = row.text(5),
                                        .released_at = row.text(6)});
}

void read_refund(store::Db& db, const store::Statement& row, Record& record) {
    record.name = "the refund of " + public_name("issuance", row.integer(1));
    record.organisation_id = row.maybe_integer(8);
    record.org = maybe_org(row, 9);
    record.operation = row.integer(10);
    RefundFields fields{.issuance_id = row.integer(1),
                        .cents = row.integer(2),
                        .vouchers = row.integer(3),
                        .unpriced = row.integer(4),
                        .expected_on = row.text(5),
                        .paid_on = row.text(6),
                        .reference = row.text(7),
                        .lines = {}};
    auto& lines = db.statement(R"(
        SELECT tariff_id, vouchers FROM refund_line WHERE refund_id = $1 AND vouchers > 0
        ORDER BY tariff_id)");
    lines.bind({record.id});
    while (lines.step()) fields.lines.emplace_back(lines.integer(0), lines.integer(1));
    lines.reset();
    record.image = image_of(fields);
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"issuance_schedule", R"(
        SELECT s.id, s.organisation_id, s.region, s.every, s.on_day, s.since, s.ended_at, o.number,
               s.operation_id
        FROM issuance_schedule s LEFT JOIN organisation o ON o.id = s.organisation_id
        ORDER BY s.id)",
     read_schedule},
    {"issuance", R"(
        SELECT i.id, i.organisation_id, i.region, i.kind, i.mode, i.period, i.period_until, i.month,
               i.made_on, i.received_on, i.state, i.services, i.vouchers, i.items, o.number,
               i.operation_id
        FROM issuance i LEFT JOIN organisation o ON o.id = i.organisation_id
        ORDER BY i.id)",
     read_issuance},
    {"block", R"(
        SELECT b.id, b.organisation_id, b.region, b.issuance_id, b.cause, b.since, b.released_at,
               o.number, b.operation_id
        FROM block b LEFT JOIN organisation o ON o.id = b.organisation_id
        ORDER BY b.id)",
     read_block},
    {"refund", R"(
        SELECT r.id, r.issuance_id, r.cents, r.vouchers, r.unpriced, r.expected_on, r.paid_on,
               r.reference, i.organisation_id, o.number, r.operation_id
        FROM refund r
        LEFT JOIN issuance i ON i.id = r.issuance_id
        LEFT JOIN organisation o ON o.id = i.organisation_id
        ORDER BY r.id)",
     read_refund},
});

}  // namespace

std::span<const RecordKind> issuance_record_kinds() {
    return kinds;
}

}  // namespace dcadmin::audit
