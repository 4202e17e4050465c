// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "persons/relation_add.h"
#include "rights/apply.h"
#include "rights/named.h"
#include "tasks/acting.h"
#include "tasks/rules.h"
#include "tasks/tasks_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace tasks {

namespace {

Window everything(const store::Tx& tx) {
    return {tx.today(), tx.now(), Date::of(9999, 12, 31)};
}

Task shown(store::Tx& tx, std::int64_t id) {
    return find_task(tx.db(), TaskId::from_stored(id), everything(tx))->task;
}

// What was asked from a day that is past begins today: nobody had it before it was granted.
std::optional<Date> begin_of(const StoredTask& task, Date today) {
    if (task.from.empty()) return std::nullopt;
    return std::max(Date::parse(task.from), today);
}

std::optional<Date> end_of(const StoredTask& task, const TaskAnswer& answer) {
    if (answer.until || task.until.empty()) return answer.until;
    return Date::parse(task.until);
}

std::vector<ContextValue> contexts_of(const StoredTask& task) {
    std::vector<ContextValue> contexts;
    if (task.contexts.empty()) return contexts;
    for (const std::string_view one : text::split(task.contexts, '|')) {
        contexts.push_back(parse_context(one));
    }
    return contexts;
}

rights::Changed grant_it(bulk::Work& work, const StoredTask& task, const TaskAnswer& answer) {
    return rights::apply_grant(work, {.person = PersonId::from_stored(task.person_id.value_or(0)),
                                      .org = task.org,
                                      .right = RightCode::from_stored(task.right),
                                      .contexts = contexts_of(task),
                                      .from = begin_of(task, work.tx.today()),
                                      .until = end_of(task, answer),
                                      .reason = task.reason});
}

Written<Relation> relate_it(bulk::Work& work, const StoredTask& task, const TaskAnswer& answer) {
    NewRelation wanted{.person = PersonId::from_stored(task.person_id.value_or(0)),
                       .org = task.org,
                       .audience = parse_audience(task.audience),
                       .category = parse_category(task.category),
                       .email = {},
                       .phone = {},
                       .from = begin_of(task, work.tx.today()),
                       .until = end_of(task, answer),
                       .reason = task.reason};
    if (!task.email.empty()) wanted.email = EmailAddress::from_stored(task.email);
    if (!task.phone.empty()) wanted.phone = PhoneNumber::from_stored(task.phone);
    return persons::apply_add(work, wanted);
}

struct Made {
    std::string ids;
    std::string remark;
};

Made make_it(bulk::Work& work, const StoredTask& task, const TaskAnswer& answer) {
    if (task.kind == TaskKind::requested_relation) {
        const auto made = relate_it(work, task, answer);
        return {made.item.id.text(), made.remark};
    }
    const auto made = grant_it(work, task, answer);
    return {rights::result_of(made).id, made.remark};
}

void record(store::Tx& tx, const StoredTask& before, const StoredTask& after,
            std::string_view verb) {
    const std::string was = inbox::image_of(tx.db(), row_of(before));
    const std::string is = inbox::image_of(tx.db(), row_of(after));
    std::optional<std::string_view> reason;
    if (!after.answer.empty()) reason = after.answer;
    audit::record(tx, {.chain = audit::chain_of(tx, after.organisation_id),
                       .subject = "task",
                       .verb = verb,
                       .subject_id = after.id,
                       .before = was,
                       .after = is,
                       .reason = reason});
}

std::string_view word_of(Verb verb, bool own) {
    switch (verb) {
        case Verb::accept: return own ? "accept-own" : "accept";
        case Verb::refuse: return "refuse";
        case Verb::done: return "done";
    }
    return "done";
}

// An answer wants the mandate that doing by hand what it does would want.
void require_answer(store::Tx& tx, const StoredTask& task, const TaskRef& named, Verb verb) {
    if (!access::sees(tx, task.organisation_id, task.person_id)) throw unknown_task(named);
    access::Subject subject{.organisation = task.organisation_id};
    auto operation = access::Operation::handle_task;
    if (verb != Verb::done && task.kind == TaskKind::requested_relation) {
        operation = access::Operation::add_relation;
    } else if (verb != Verb::done && task.kind == TaskKind::requested_right) {
        operation = access::Operation::grant;
        subject.domain = rights::domain_of_right(tx.db(), task.right);
        subject.contexts = rights::context_ids(tx.db(), task.organisation_id, contexts_of(task));
    }
    access::require(tx, operation, subject);
    require_administrator(tx, task.organisation_id, task.org);
}

Written<Task> answer_stored(bulk::Work& work, const TaskAnswer& request, Verb verb,
                            std::string reason) {
    store::Tx& tx = work.tx;
    const std::int64_t id = std::get<TaskId>(request.task).value();
    const auto stored = find_stored(tx.db(), id);
    if (!stored) throw unknown_task(request.task);
    require_answer(tx, *stored, request.task, verb);
    if (const auto problem = kind_problem(stored->kind, request.task, verb)) throw *problem;
    if (const auto problem = closed_problem(stored->state, request.task, verb)) throw *problem;
    if (stored->state != TaskState::open) {
        return {.changed = false, .item = shown(tx, id), .remark = {}};
    }
    StoredTask answered = *stored;
    answered.state = state_after(verb);
    answered.answer = std::move(reason);
    std::string remark;
    if (verb == Verb::accept) {
        Made made = make_it(work, *stored, request);
        answered.subject = std::move(made.ids);
        remark = std::move(made.remark);
    }
    const bool own = verb == Verb::accept && tx.acting() == stored->person_id;
    if (own) remark += remark.empty() ? say("his own request") : say("; his own request");
    close_task(tx.db(), answered);
    record(tx, *stored, answered, word_of(verb, own));
    if (verb != Verb::done) {
        const std::string address = address_of(tx.db(), *stored, tx.today(), tx.now());
        work.notices.add(stored->person_id.value_or(0), address, TaskId::from_stored(id).text());
    }
    return {.changed = true, .item = shown(tx, id), .remark = std::move(remark)};
}

TaskKind kind_of(const TaskRef& task) {
    if (std::holds_alternative<GrantId>(task)) return TaskKind::expiring_right;
    if (std::holds_alternative<RelationId>(task)) return TaskKind::expiring_relation;
    return TaskKind::orphan_organisation;
}

// What the dates decide gets a row now, for the end that it has.
Written<Task> answer_seen(bulk::Work& work, const TaskAnswer& request, Verb verb,
                          const std::string& reason) {
    store::Tx& tx = work.tx;
    if (const auto problem = kind_problem(kind_of(request.task), request.task, verb)) {
        throw *problem;
    }
    const auto found = find_task(tx.db(), request.task, everything(tx));
    if (!found) {
        const auto before = find_done(tx.db(), text_of(request.task));
        if (!before) throw unknown_task(request.task);
        const auto stored = find_stored(tx.db(), *before);
        require_answer(tx, *stored, request.task, Verb::done);
        return {.changed = false, .item = shown(tx, *before), .remark = {}};
    }
    const Task& task = found->task;
    if (!access::sees(tx, found->organisation_id)) throw unknown_task(request.task);
    access::require(tx, access::Operation::handle_task, {.organisation = found->organisation_id});
    require_administrator(tx, found->organisation_id, task.org);
    const std::string subject = text_of(request.task);
    const std::string due = task.due ? task.due->iso() : std::string();
    inbox::TaskRow row{.organisation_id = found->organisation_id, .kind = name_of(task.kind)};
    row.state = "done";
    if (task.person) row.person_id = task.person->value();
    row.subject = subject;
    row.due = due;
    row.right_id = found->right_id;
    row.answer = reason;
    const std::int64_t id = inbox::put(tx, row);
    return {.changed = true, .item = shown(tx, id), .remark = {}};
}

Written<Task> apply_answer(bulk::Work& work, const TaskAnswer& request, Verb verb) {
    if (const auto problem = until_problem(request, verb)) throw *problem;
    std::string reason = verb == Verb::refuse
                             ? required_reason(request.reason, "a refusal needs a reason")
                             : clean_reason(request.reason);
    if (std::holds_alternative<TaskId>(request.task)) {
        return answer_stored(work, request, verb, std::move(reason));
    }
    return answer_seen(work, request, verb, reason);
}

Written<Task> answer_one(const Env& env, std::string_view kind, const TaskAnswer& request,
                         Verb verb) {
    return bulk::run_one(env, kind,
                         [&](bulk::Work& work) { return apply_answer(work, request, verb); });
}

bulk::Summary answer_rows(const Env& env, std::string_view kind,
                          const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                          const bulk::Sink& sink, Verb verb) {
    return bulk::run_rows(env, kind, rows, options, sink,
                          [verb](bulk::Work& work, const TaskAnswer& request) {
                              const auto written = apply_answer(work, request, verb);
                              return bulk::result_of(written, text_of(written.item.id));
                          });
}

}  // namespace

}  // namespace tasks

Written<Task> Tasks::accept(const TaskAnswer& answer) {
    return tasks::answer_one(env_, "task.accept", answer, tasks::Verb::accept);
}

bulk::Summary Tasks::accept_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink) {
    return tasks::answer_rows(env_, "task.accept", rows, options, sink, tasks::Verb::accept);
}

Written<Task> Tasks::refuse(const TaskAnswer& answer) {
    return tasks::answer_one(env_, "task.refuse", answer, tasks::Verb::refuse);
}

bulk::Summary Tasks::refuse_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink) {
    return tasks::answer_rows(env_, "task.refuse", rows, options, sink, tasks::Verb::refuse);
}

Written<Task> Tasks::done(const TaskAnswer& answer) {
    return tasks::answer_one(env_, "task.done", answer, tasks::Verb::done);
}

bulk::Summary Tasks::done_rows(const bulk::Source<TaskAnswer>& rows, const bulk::Options& options,
                               const bulk::Sink& sink) {
    return tasks::answer_rows(env_, "task.done", rows, options, sink, tasks::Verb::done);
}

}  // namespace dcadmin
