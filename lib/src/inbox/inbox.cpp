// SPDX-License-Identifier: Apache-2.0
#include "inbox/inbox.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "inbox/inbox_sql.h"

namespace dcadmin::inbox {

namespace {

TaskRow row_of(const StoredTask& task) {
    TaskRow row{.id = task.id, .organisation_id = task.organisation_id, .kind = task.kind};
    row.state = task.state;
    if (task.person_id != 0) row.person_id = task.person_id;
    row.subject = task.subject;
    row.due = task.due;
    if (task.right_id != 0) row.right_id = task.right_id;
    row.contexts = task.contexts;
    row.audience = task.audience;
    row.category = task.category;
    row.email = task.email;
    row.phone = task.phone;
    row.valid_from = task.valid_from;
    row.valid_until = task.valid_until;
    row.reason = task.reason;
    row.answer = task.answer;
    return row;
}

}  // namespace

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

void finish(store::Tx& tx, const Finished& what) {
    for (StoredTask& task : open_tasks(tx.db(), what)) {
        const std::string before = image_of(tx.db(), row_of(task));
        task.state = "done";
        task.answer = what.answer;
        end_task(tx.db(), task.id, what.answer);
        const std::string after = image_of(tx.db(), row_of(task));
        audit::record(tx, {.chain = audit::chain_of(tx, task.organisation_id),
                           .subject = "task",
                           .verb = "done",
                           .subject_id = task.id,
                           .before = before,
                           .after = after,
                           .reason = {}});
    }
}

}  // namespace dcadmin::inbox
