// SPDX-License-Identifier: Apache-2.0
#include "inbox/inbox_sql.h"

#include "store/db.h"

namespace dcadmin::inbox {

std::optional<std::int64_t> find_open(store::Db& db, const TaskRow& task) {
    auto& found = db.statement(R"(
        SELECT id FROM task
        WHERE organisation_id = $1 AND kind = $2 AND state = 'open' AND coalesce(person_id, 0) = $3
            AND subject = $4 AND coalesce(right_id, 0) = $5 AND contexts = $6
            AND audience = $7)");
    if (!found.first({task.organisation_id, task.kind, task.person_id.value_or(0), task.subject,
                      task.right_id.value_or(0), task.contexts, task.audience})) {
        return std::nullopt;
    }
    const auto id = found.integer(0);
    found.reset();
    return id;
}

std::int64_t insert_task(store::Db& db, const TaskRow& task, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO task (organisation_id, kind, state, person_id, subject, due, right_id, contexts,
                          audience, category, email, phone, valid_from, valid_until, reason, answer,
                          operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        RETURNING id)")
        .insert({task.organisation_id, task.kind, task.state, store::optional_value(task.person_id),
                 task.subject, task.due, store::optional_value(task.right_id), task.contexts,
                 task.audience, task.category, task.email, task.phone, task.valid_from,
                 task.valid_until, task.reason, task.answer, operation});
}

std::string key_of(store::Db& db, const TaskRow& task) {
    if (!task.person_id) return {};
    auto& found = db.statement("SELECT audit_key FROM person WHERE id = $1");
    if (!found.first({*task.person_id})) return {};
    std::string key = found.string(0);
    found.reset();
    return key;
}

}  // namespace dcadmin::inbox
