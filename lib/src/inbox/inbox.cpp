// SPDX-License-Identifier: Apache-2.0
#include "inbox/inbox.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "inbox/inbox_sql.h"

namespace dcadmin::inbox {

std::string image_of(store::Db& db, const TaskRow& task) {
    const std::string key = key_of(db, task);
    return audit::image_of(audit::TaskFields{.key = key,
                                             .organisation_id = task.organisation_id,
                                             .kind = task.kind,
                                             .state = task.state,
                                             .person_id = task.person_id.value_or(0),
                                             .subject = task.subject,
                                             .due = task.due,
                                             .right_id = task.right_id.value_or(0),
                                             .contexts = task.contexts,
                                             .audience = task.audience,
                                             .category = task.category,
                                             .email = task.email,
                                             .phone = task.phone,
                                             .valid_from = task.valid_from,
                                             .valid_until = task.valid_until,
                                             .reason = task.reason,
                                             .answer = task.answer});
}

std::int64_t put(store::Tx& tx, const TaskRow& task) {
    store::Db& db = tx.db();
    const bool open = task.state == "open";
    if (open) {
        if (const auto there = find_open(db, task)) return *there;
    }
    const std::int64_t id = insert_task(db, task, tx.operation());
    const std::string after = image_of(db, task);
    const std::string_view said = open ? task.reason : task.answer;
    std::optional<std::string_view> reason;
    if (!said.empty()) reason = said;
    audit::record(tx, {.chain = audit::chain_of(tx, task.organisation_id),
                       .subject = "task",
                       .verb = open ? "add" : "done",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = reason});
    return id;
}

}  // namespace dcadmin::inbox
