// SPDX-License-Identifier: Apache-2.0
// Rules of tasks and requests: pure functions that answer what is wrong, and the words that a task
// is shown in.
#pragma once

#include <dcadmin/error.h>
#include <dcadmin/tasks.h>

#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::tasks {

/// A task as its row has it, and what its organisation and right are called by.
struct StoredTask {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    EnterpriseNumber org;
    TaskKind kind;
    TaskState state;
    std::optional<std::int64_t> person_id;
    std::string subject;
    std::string due;
    std::optional<std::int64_t> right_id;
    std::string right;  // its code
    std::string contexts;
    std::string audience;
    std::string category;
    std::string email;
    std::string phone;
    std::string from;
    std::string until;
    std::string reason;
    std::string answer;
};

enum class Verb { accept, refuse, done };
/// The state that it brings a task to.
[[nodiscard]] TaskState state_after(Verb verb);

/// Trimmed; usage about "reason" when it is no text.
[[nodiscard]] std::string clean_reason(std::string_view reason);
/// The same; usage when there is none, with `missing` for a message.
[[nodiscard]] std::string required_reason(std::string_view reason, std::string_view missing);

/// Accepting what asks for nothing, or calling a request done.
[[nodiscard]] std::optional<Error> kind_problem(TaskKind kind, const TaskRef& task, Verb verb);
/// The task was answered already, in another way.
[[nodiscard]] std::optional<Error> closed_problem(TaskState is, const TaskRef& task, Verb verb);
/// An end where nothing is granted until then.
[[nodiscard]] std::optional<Error> until_problem(const TaskAnswer& answer, Verb verb);
/// The request is open already, with other values than are asked for now.
[[nodiscard]] std::optional<Error> difference(const StoredTask& there, const StoredTask& asked);

[[nodiscard]] Error unknown_task(const TaskRef& task);
[[nodiscard]] Error nobody_asks();
[[nodiscard]] Error no_administrator(EnterpriseNumber org);
[[nodiscard]] Error no_relation(PersonId person, EnterpriseNumber org);
[[nodiscard]] Error not_administrator(PersonId person, EnterpriseNumber org);

/// What a task is about, in plain words; `right_title` is empty when it is about no right.
[[nodiscard]] std::string title_of(const Task& task, std::string_view right_title);

}  // namespace dcadmin::tasks
