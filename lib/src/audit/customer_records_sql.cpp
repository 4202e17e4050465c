// SPDX-License-Identifier: Apache-2.0
#include "audit/customer_records_sql.h"

#include "audit/chain.h"
#include "audit/customer_images.h"
#include "audit/subjects.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::audit {

namespace {

void read_customer(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("customer", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 12);
    record.operation = row.integer(13);
    record.image = image_of(CustomerFields{.key = row.text(11),
                                           .organisation_id = row.integer(1),
                                           .number = row.integer(2),
                                           .name = row.text(3),
                                           .region = row.text(4),
                                           .language = row.text(5),
                                           .channel = row.text(6),
                                           .email = row.text(7),
                                           .phone = row.text(8),
                                           .person_id = row.is_null(9) ? 0 : row.integer(9),
                                           .inactive_since = row.text(10)});
    mark_erased(record, row, 11, {3, 7, 8});
    if (record.erased) return;
    if (row.text(3).empty()) record.oddity = to_say("has no name, and was not erased");
    if (text_of(digest_from(row.text(11))) != row.text(11)) {
        record.oddity = to_say("has a key that is none");
    }
}

void read_voucher_order(store::Db&, const store::Statement& row, Record& record) {
    record.name = public_name("voucher_order", record.id);
    record.organisation_id = row.maybe_integer(7);
    record.org = maybe_org(row, 8);
    record.operation = row.integer(9);
    record.image = image_of(VoucherOrderFields{.customer_id = row.integer(1),
                                               .first_number = row.integer(2),
                                               .vouchers = row.integer(3),
                                               .issued_on = row.text(4),
                                               .usable_until = row.text(5),
                                               .hand_in_until = row.text(6)});
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"customer", R"(
        SELECT c.id, c.organisation_id, c.number, c.name, c.region, c.language, c.channel, c.email,
               c.phone, c.person_id, c.inactive_since, c.audit_key, o.number, c.operation_id
        FROM customer c LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.id)",
     read_customer},
    {"voucher_order", R"(
        SELECT v.id, v.customer_id, v.first_number, v.vouchers, v.issued_on, v.usable_until,
               v.hand_in_until, c.organisation_id, o.number, v.operation_id
        FROM voucher_order v
        LEFT JOIN customer c ON c.id = v.customer_id
        LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY v.id)",
     read_voucher_order},
});

}  // namespace

std::span<const RecordKind> customer_record_kinds() {
    return kinds;
}

}  // namespace dcadmin::audit
