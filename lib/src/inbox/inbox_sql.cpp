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

std::vector<StoredTask> open_tasks(store::Db& db, const Finished& what) {
    auto& rows = db.statement(R"(
        SELECT t.id, t.organisation_id, coalesce(t.person_id, 0), coalesce(t.right_id, 0),
               t.kind, t.state, t.subject, t.due, t.contexts, t.audience, t.category, t.email,
               t.phone, t.valid_from, t.valid_until, t.reason, t.answer
        FROM task t
        WHERE t.organisation_id = $1 AND t.state = 'open' AND t.kind = $2 AND t.subject = $3
        ORDER BY t.id)");
    rows.bind({what.organisation_id, what.kind, what.subject});
    std::vector<StoredTask> tasks;
    while (rows.step()) {
        tasks.push_back({.id = rows.integer(0),
                         .organisation_id = rows.integer(1),
                         .person_id = rows.integer(2),
                         .right_id = rows.integer(3),
                         .kind = rows.string(4),
                         .state = rows.string(5),
                         .subject = rows.string(6),
                         .due = rows.string(7),
                         .contexts = rows.string(8),
                         .audience = rows.string(9),
                         .category = rows.string(10),
                         .email = rows.string(11),
                         .phone = rows.string(12),
                         .valid_from = rows.string(13),
                         .valid_until = rows.string(14),
                         .reason = rows.string(15),
                         .answer = rows.string(16)});
    }
    rows.reset();
    return tasks;
}

void end_task(store::Db& db, std::int64_t id, std::string_view answer) {
    db.statement("UPDATE task SET state = 'done', answer = $2 WHERE id = $1 AND state = 'open'")
        .run({id, answer});
}

}  // namespace dcadmin::inbox
