// SPDX-License-Identifier: Apache-2.0
#include "outbox/outbox_sql.h"

namespace dcadmin::outbox {

bool upsert_notice(store::Db& db, const NewNotice& notice) {
    return db.statement(R"(
        INSERT INTO notice (operation_id, person_id, address, kind, items, state, state_at, part)
        VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7)
        ON CONFLICT (person_id, operation_id, part)
        DO UPDATE SET items = notice.items || ' ' || excluded.items
        WHERE notice.state = 'waiting' AND notice.kind = excluded.kind
            AND length(notice.items) < 4000000)")
               .run({notice.operation_id, notice.person_id, notice.address, notice.kind,
                     notice.items, notice.at, notice.part}) > 0;
}

RunNotices::Insert::Insert(store::Db& db)
    : notices_(db.append_to("notice", {"operation_id", "person_id", "address", "kind", "items",
                                       "state", "state_at", "part"})) {}

void RunNotices::Insert::run(const NewNotice& notice) {
    notices_->add({notice.operation_id, notice.person_id, notice.address, notice.kind, notice.items,
                   std::string_view("waiting"), notice.at, notice.part});
}

}  // namespace dcadmin::outbox
