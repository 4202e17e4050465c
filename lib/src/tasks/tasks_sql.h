// SPDX-License-Identifier: Apache-2.0
// Statements of tasks. What was put on the list and what the dates decide are one list: a union,
// filtered, sorted and paged as a whole.
#pragma once

#include "access/require.h"
#include "inbox/inbox.h"
#include "store/db.h"
#include "tasks/rules.h"

#include <dcadmin/tasks.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::tasks {

[[nodiscard]] std::optional<StoredTask> find_stored(store::Db& db, std::int64_t id);
/// The open request of the same person for the same: right and contexts, or target group.
[[nodiscard]] std::optional<StoredTask> find_open_request(store::Db& db, const StoredTask& asked);
/// What was said to be done last about that subject.
[[nodiscard]] std::optional<std::int64_t> find_done(store::Db& db, std::string_view subject);
void close_task(store::Db& db, const StoredTask& task);
/// Views on the texts of `task`.
[[nodiscard]] inbox::TaskRow row_of(const StoredTask& task);

/// On which day and at which moment one looks, and how far.
struct Window {
    Date day;
    Timestamp moment;
    Date before;  // the first day that is too late
};

/// The organisations that a person administers now.
struct Administered {
    std::int64_t person_id;
    Date day;
    Timestamp moment;
};

struct TaskQuery {
    const TaskFilter& filter;
    Window window;
    std::optional<std::int64_t> person_id;
    std::optional<std::int64_t> organisation_id;
    std::optional<Administered> only;
    access::Sight sight;
};

struct FoundTask {
    Task task;
    std::int64_t organisation_id;
    std::optional<std::int64_t> right_id;
};
std::uint64_t list_tasks(store::Db& db, const TaskQuery& query, const Each<Task>& each);
[[nodiscard]] std::optional<FoundTask> find_task(store::Db& db, const TaskRef& task,
                                                 const Window& window);

/// Whether a working relation of the two runs on that day, or begins later.
[[nodiscard]] bool has_relation(store::Db& db, std::int64_t person_id, std::int64_t organisation_id,
                                Date day, Timestamp now);
/// Where a person is reached for an organisation: by his relation there, else by `asked`, else
/// himself.
[[nodiscard]] std::string address_of(store::Db& db, const StoredTask& request, Date day,
                                     Timestamp now);

/// The condition that a list of organisations is cut to `only` by; its values follow in order.
inline constexpr std::string_view administered_by = R"(t.organisation_id IN (
    SELECT m.organisation_id FROM administrator m
    WHERE m.person_id = {} AND m.valid_from <= {} AND m.valid_until >= {}
        AND (m.ended_at = '' OR m.ended_at > {})))";

}  // namespace dcadmin::tasks
