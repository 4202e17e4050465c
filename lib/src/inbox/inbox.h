// SPDX-License-Identifier: Apache-2.0
// Putting a task on an organisation's list (Mijn taken): for the contexts that make work for its
// administrators, which stand below the one that lists and answers tasks. The task, its audit entry
// in the organisation's chain and what made it are one transaction.
#pragma once

#include "store/tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::inbox {

struct TaskRow {
    std::int64_t id = 0;  // given by put()
    std::int64_t organisation_id = 0;
    std::string_view kind;  // "chief-changed"
    std::string_view state = "open";
    std::optional<std::int64_t> person_id = {};  // whom it is about
    std::string_view subject = {};               // public id of what it is about
    std::string_view due = {};                   // a day, or empty
    std::optional<std::int64_t> right_id = {};
    std::string_view contexts = {};  // joined by '|'
    std::string_view audience = {};
    std::string_view category = {};
    std::string_view email = {};
    std::string_view phone = {};
    std::string_view valid_from = {};
    std::string_view valid_until = {};
    std::string_view reason = {};
    std::string_view answer = {};
};

/// Puts the task on the list and records task.add (task.done for one that is put there as done);
/// unless the very same is open there already (organisation, kind, person, subject, right,
/// contexts, target group). Answers the id of the task.
std::int64_t put(store::Tx& tx, const TaskRow& task);
/// The image that the log keeps of a task.
[[nodiscard]] std::string image_of(store::Db& db, const TaskRow& task);

/// What came to its end.
struct Finished {
    std::int64_t organisation_id;
    std::string_view kind;
    std::string_view subject;
    std::string_view answer;
};
/// Ends the open tasks of that kind about that subject, and records task.done for each.
void finish(store::Tx& tx, const Finished& what);

}  // namespace dcadmin::inbox
