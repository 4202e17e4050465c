// SPDX-License-Identifier: Apache-2.0
// Statements of new tasks.
#pragma once

#include "inbox/inbox.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::inbox {

/// The open task that asks for the same.
[[nodiscard]] std::optional<std::int64_t> find_open(store::Db& db, const TaskRow& task);
[[nodiscard]] std::int64_t insert_task(store::Db& db, const TaskRow& task, std::int64_t operation);
/// The key of the person whom the task is about; empty when it is about nobody.
[[nodiscard]] std::string key_of(store::Db& db, const TaskRow& task);

/// A task as it stands, with texts of its own.
struct StoredTask {
    std::int64_t id;
    std::int64_t organisation_id;
    std::int64_t person_id;  // 0: nobody
    std::int64_t right_id;   // 0: none
    std::string kind, state, subject, due, contexts, audience, category, email, phone, valid_from,
        valid_until, reason, answer;
};
/// By id.
[[nodiscard]] std::vector<StoredTask> open_tasks(store::Db& db, const Finished& what);
void end_task(store::Db& db, std::int64_t id, std::string_view answer);

}  // namespace dcadmin::inbox
