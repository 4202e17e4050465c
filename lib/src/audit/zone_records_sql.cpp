// SPDX-License-Identifier: Apache-2.0
#include "audit/zone_records_sql.h"

#include "audit/subjects.h"
#include "audit/zone_images.h"

#include <array>

namespace dcadmin::audit {

namespace {

void read_accreditation(store::Db&, const store::Statement& row, Record& record) {
    record.name = "accreditation " + row.string(3);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 7);
    record.operation = row.integer(8);
    record.image = image_of(AccreditationFields{.organisation_id = row.integer(1),
                                                .region = row.text(2),
                                                .number = row.text(3),
                                                .activities = row.text(4),
                                                .valid_from = row.text(5),
                                                .valid_until = row.text(6)});
}

void read_contact(store::Db&, const store::Statement& row, Record& record) {
    record.name = "contact " + row.string(0);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 6);
    record.operation = row.integer(7);
    record.image = image_of(ContactFields{.organisation_id = row.integer(1),
                                          .person_id = row.integer(2),
                                          .purpose = row.text(3),
                                          .consent_on = row.text(4),
                                          .ended_at = row.text(5)});
}

void read_worker(store::Db&, const store::Statement& row, Record& record) {
    record.name = "worker " + row.string(1);
    record.organisation_id = row.integer(2);
    record.org = maybe_org(row, 10);
    record.operation = row.integer(11);
    record.image = image_of(WorkerFields{.key = row.text(12),
                                         .login = row.integer(1),
                                         .organisation_id = row.integer(2),
                                         .person_id = row.integer(3),
                                         .context_id = row.integer(4),
                                         .region = row.text(5),
                                         .email = row.text(6),
                                         .phone = row.text(7),
                                         .password_hash = row.text(8),
                                         .inactive_since = row.text(9)});
    mark_erased(record, row, 12, {6, 7, 8});
}

void read_contract(store::Db&, const store::Statement& row, Record& record) {
    record.name = "contract " + row.string(0);
    record.organisation_id = row.maybe_integer(6);
    record.org = maybe_org(row, 7);
    record.operation = row.integer(8);
    record.image = image_of(ContractFields{.worker_id = row.integer(1),
                                           .context_id = row.integer(2),
                                           .valid_from = row.text(3),
                                           .valid_until = row.text(4),
                                           .hours = row.integer(5)});
}

void read_pickup(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("pickup", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 9);
    record.operation = row.integer(10);
    record.image = image_of(PickupFields{.key = row.text(11),
                                         .organisation_id = row.integer(1),
                                         .context_id = row.integer(2),
                                         .region = row.text(3),
                                         .day = row.text(4),
                                         .person_id = row.integer(5),
                                         .phone = row.text(6),
                                         .bags = row.integer(7),
                                         .cancelled_at = row.text(8),
                                         .series_id = row.integer(12),
                                         .series_day = row.text(13),
                                         .postponed_to = row.integer(14)});
    mark_erased(record, row, 11, {6});
}

void read_closing_day(store::Db&, const store::Statement& row, Record& record) {
    record.name = "closing day " + row.string(2);
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 5);
    record.operation = row.integer(6);
    record.image = image_of(ClosingDayFields{.organisation_id = record.organisation_id.value_or(0),
                                             .day = row.text(2),
                                             .reason = row.text(3),
                                             .opened_at = row.text(4)});
}

// Terms and tariffs that came with the program are in no log.
void read_zone_term(store::Db&, const store::Statement& row, Record& record) {
    record.name = "term " + row.string(1) + " in " + row.string(2);
    record.logged = !row.is_null(10);
    if (record.logged) record.operation = row.integer(10);
    record.image = image_of(ZoneTermFields{.kind = row.text(1),
                                           .region = row.text(2),
                                           .entered_by = row.text(3),
                                           .channel = row.text(4),
                                           .length = row.integer(5),
                                           .unit = row.text(6),
                                           .valid_from = row.text(7),
                                           .valid_until = row.text(8),
                                           .source = row.text(9)});
}

void read_tariff(store::Db&, const store::Statement& row, Record& record) {
    record.name = "tariff " + row.string(1) + " from " + row.string(5);
    record.logged = !row.is_null(9);
    if (record.logged) record.operation = row.integer(9);
    record.image = image_of(TariffFields{.kind = row.text(1),
                                         .region = row.text(2),
                                         .basis = row.text(3),
                                         .amount = row.integer(4),
                                         .valid_from = row.text(5),
                                         .valid_until = row.text(6),
                                         .hand_in_until = row.text(7),
                                         .source = row.text(8)});
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"accreditation", R"(
        SELECT a.id, a.organisation_id, a.region, a.number, a.activities, a.valid_from,
               a.valid_until, o.number, a.operation_id
        FROM accreditation a LEFT JOIN organisation o ON o.id = a.organisation_id
        ORDER BY a.id)",
     read_accreditation},
    {"contact", R"(
        SELECT c.id, c.organisation_id, c.person_id, c.purpose, c.consent_on, c.ended_at, o.number,
               c.operation_id
        FROM contact c LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.id)",
     read_contact},
    {"worker", R"(
        SELECT w.id, w.login, w.organisation_id, w.person_id, w.context_id, w.region, w.email,
               w.phone, w.password_hash, w.inactive_since, o.number, w.operation_id,
               coalesce(p.audit_key, '')
        FROM worker w
        LEFT JOIN organisation o ON o.id = w.organisation_id
        LEFT JOIN person p ON p.id = w.person_id
        ORDER BY w.id)",
     read_worker},
    {"contract", R"(
        SELECT c.id, c.worker_id, c.context_id, c.valid_from, c.valid_until, c.hours,
               w.organisation_id, o.number, c.operation_id
        FROM contract c
        LEFT JOIN worker w ON w.id = c.worker_id
        LEFT JOIN organisation o ON o.id = w.organisation_id
        ORDER BY c.id)",
     read_contract},
    {"pickup", R"(
        SELECT u.id, u.organisation_id, u.context_id, u.region, u.day, u.person_id, u.phone, u.bags,
               u.cancelled_at, o.number, u.operation_id, coalesce(p.audit_key, ''), u.series_id,
               u.series_day, u.postponed_to
        FROM pickup u
        LEFT JOIN organisation o ON o.id = u.organisation_id
        LEFT JOIN person p ON p.id = u.person_id
        ORDER BY u.id)",
     read_pickup},
    {"closing_day", R"(
        SELECT c.id, c.organisation_id, c.day, c.reason, c.opened_at, o.number, c.operation_id
        FROM closing_day c LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.id)",
     read_closing_day},
    {"zone_term", R"(
        SELECT id, kind, region, entered_by, channel, length, unit, valid_from, valid_until, source,
               operation_id
        FROM zone_term ORDER BY id)",
     read_zone_term},
    {"tariff", R"(
        SELECT id, kind, region, basis, amount, valid_from, valid_until, hand_in_until, source,
               operation_id
        FROM tariff ORDER BY id)",
     read_tariff},
});

}  // namespace

std::span<const RecordKind> zone_record_kinds() {
    return kinds;
}

}  // namespace dcadmin::audit
