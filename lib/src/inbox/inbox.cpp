// SPDX-License-Identifier: Apache-2.0
#include "inbox/inbox.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "inbox/inbox_sql.h"

namespace dcadmin::inbox {

namespace {

std::string image(const StoredTask& task) {
    return audit::image_of(audit::TaskFields{.key = task.key,
                                             .organisation_id = task.organisation_id,
                                             .kind = task.kind,
                                             .state = task.state,
                                             .person_id = task.person_id,
                                             .subject = task.subject,
                                             .due = task.due,
                                             .right_id = task.right_id,
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

}  // namespace

std::int64_t put(store::Tx& tx, const TaskRow& task) {
    store::Db& db = tx.db();
    if (task.state == "open") {
        if (const auto there = find_open(db, task)) return *there;
    }
    const std::int64_t id = insert_task(db, task, tx.operation());
    const std::string key = key_of(db, task);
    const std::string after =
        audit::image_of(audit::TaskFields{.key = key,
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
    std::optional<std::string_view> reason;
    if (!task.reason.empty()) reason = task.reason;
    audit::record(tx, {.chain = audit::chain_of(tx, task.organisation_id),
                       .subject = "task",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = reason});
    return id;
}

void finish(store::Tx& tx, const Finished& what) {
    for (StoredTask& task : open_tasks(tx.db(), what)) {
        const std::string before = image(task);
        task.state = "done";
        task.answer = what.answer;
        end_task(tx.db(), task.id, what.answer);
        const std::string after = image(task);
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
