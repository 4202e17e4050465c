// SPDX-License-Identifier: Apache-2.0
#include "audit/pickup_records_sql.h"

#include "audit/pickup_images.h"
#include "audit/subjects.h"

#include <array>

namespace dcadmin::audit {

namespace {

void read_series(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("pickup_series", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 13);
    record.operation = row.integer(14);
    record.image = image_of(PickupSeriesFields{.key = row.text(15),
                                               .organisation_id = row.integer(1),
                                               .context_id = row.integer(2),
                                               .region = row.text(3),
                                               .every = row.text(4),
                                               .on_day = row.integer(5),
                                               .on_holiday = row.text(6),
                                               .valid_from = row.text(7),
                                               .valid_until = row.text(8),
                                               .person_id = row.integer(9),
                                               .phone = row.text(10),
                                               .bags = row.integer(11),
                                               .ended_at = row.text(12)});
    mark_erased(record, row, 15, {10});
}

void read_deactivation(store::Db&, const store::Statement& row, Record& record) {
    record.name = "deactivation " + row.string(0);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 4);
    record.operation = row.integer(5);
    record.image = image_of(DeactivationFields{.organisation_id = row.integer(1),
                                               .deactivated_on = row.text(2),
                                               .forced = row.integer(3)});
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"pickup_series", R"(
        SELECT y.id, y.organisation_id, y.context_id, y.region, y.every, y.on_day, y.on_holiday,
               y.valid_from, y.valid_until, y.person_id, y.phone, y.bags, y.ended_at, o.number,
               y.operation_id, coalesce(p.audit_key, '')
        FROM pickup_series y
        LEFT JOIN organisation o ON o.id = y.organisation_id
        LEFT JOIN person p ON p.id = y.person_id
        ORDER BY y.id)",
     read_series},
    {"deactivation", R"(
        SELECT d.id, d.organisation_id, d.deactivated_on, d.forced, o.number, d.operation_id
        FROM deactivation d LEFT JOIN organisation o ON o.id = d.organisation_id
        ORDER BY d.id)",
     read_deactivation},
});

}  // namespace

std::span<const RecordKind> pickup_record_kinds() {
    return kinds;
}

}  // namespace dcadmin::audit
