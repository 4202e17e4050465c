// SPDX-License-Identifier: Apache-2.0
#include "audit/paper_records_sql.h"

#include "audit/paper_images.h"
#include "audit/subjects.h"

#include <array>

namespace dcadmin::audit {

namespace {

void read_paper_voucher(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("paper_voucher", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 19);
    record.operation = row.integer(20);
    record.image = image_of(PaperVoucherFields{.organisation_id = row.integer(1),
                                               .context_id = row.integer(2),
                                               .region = row.text(3),
                                               .number = row.text(4),
                                               .customer = row.integer(5),
                                               .usable_until = row.text(6),
                                               .hand_in_until = row.text(7),
                                               .day = row.text(8),
                                               .worker_id = row.integer(9),
                                               .activity = row.text(10),
                                               .state = row.text(11),
                                               .received_on = row.text(12),
                                               .announced_on = row.text(13),
                                               .read_on = row.text(14),
                                               .due_on = row.text(15),
                                               .lacks = row.text(16),
                                               .cause = row.text(17),
                                               .issuance_id = row.integer(18)});
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"paper_voucher", R"(
        SELECT v.id, v.organisation_id, v.context_id, v.region, v.number, v.customer,
               v.usable_until, v.hand_in_until, v.day, v.worker_id, v.activity, v.state,
               v.received_on, v.announced_on, v.read_on, v.due_on, v.lacks, v.cause,
               v.issuance_id, o.number, v.operation_id
        FROM paper_voucher v LEFT JOIN organisation o ON o.id = v.organisation_id
        ORDER BY v.id)",
     read_paper_voucher},
});

}  // namespace

std::span<const RecordKind> paper_record_kinds() {
    return kinds;
}

}  // namespace dcadmin::audit
