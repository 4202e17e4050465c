// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/tasks.h>

#include "access/require.h"
#include "designation/administrators.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "persons/moment.h"
#include "store/tx.h"
#include "tasks/expiring_sql.h"
#include "tasks/rules.h"
#include "tasks/tasks_sql.h"

namespace dcadmin {

namespace {

constexpr Term usual_window = Term::of(60, Term::Unit::day);

tasks::Window window_of(const Clock& clock, std::optional<Date> at, Term within) {
    const auto asked = persons::asked_moment(clock, at);
    return {asked.day, asked.moment, asked.day.plus(within).plus_days(1)};
}

std::optional<tasks::Administered> administered(const Env& env) {
    if (access::signed_in(env)) return std::nullopt;  // his sight is narrower
    const auto acting = store::acting_person(env);
    if (!acting) return std::nullopt;
    const Timestamp now = env.clock.now();
    return tasks::Administered{*acting, now.brussels_day(), now};
}

// What belongs to others is not there; one's own is one's own to read.
void require_task(const Env& env, const tasks::FoundTask& found, const TaskRef& named) {
    std::optional<std::int64_t> person;
    if (found.task.person) person = found.task.person->value();
    if (!access::sees(env, found.organisation_id, person)) throw tasks::unknown_task(named);
    access::require_reading(env, {.organisation = found.organisation_id, .person = person});
}

}  // namespace

std::uint64_t Tasks::list(const TaskFilter& filter, const Each<Task>& each) {
    store::Db& db = env_.store.db();
    tasks::TaskQuery query{
        .filter = filter,
        .window = window_of(env_.clock, filter.at, filter.within.value_or(usual_window)),
        .person_id = {},
        .organisation_id = {},
        .only = administered(env_),
        .sight = access::sight_of(env_, access::Operation::handle_task)};
    if (filter.person) query.person_id = persons::get_id(env_, *filter.person);
    if (filter.org) query.organisation_id = organisations::get_id(env_, *filter.org);
    // What is about himself is for everybody to see.
    if (query.only && query.person_id == query.only->person_id) query.only.reset();
    return tasks::list_tasks(db, query, each);
}

Task Tasks::get(const TaskRef& task, std::optional<Date> at) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    auto window = window_of(env_.clock, at, usual_window);
    window.before = Date::of(9999, 12, 31);
    auto found = tasks::find_task(db, task, window);
    if (!found) {
        // What was said to be done is told of by its own id, but found by either.
        const auto closed = tasks::find_done(db, text_of(task));
        if (closed) found = tasks::find_task(db, TaskId::from_stored(*closed), window);
    }
    if (!found) throw tasks::unknown_task(task);
    require_task(env_, *found, task);
    const auto acting = administered(env_);
    const bool own = acting && found->task.person == PersonId::from_stored(acting->person_id);
    if (acting && !own &&
        !designation::administers(db, found->organisation_id, acting->person_id, acting->day,
                                  acting->moment)) {
        throw tasks::not_administrator(PersonId::from_stored(acting->person_id), found->task.org);
    }
    return std::move(found->task);
}

std::uint64_t Tasks::expiring(const ExpiringFilter& filter, const Each<Expiring>& each) {
    store::Db& db = env_.store.db();
    tasks::ExpiringQuery query{.filter = filter,
                               .window = window_of(env_.clock, filter.at, filter.within),
                               .organisation_id = {},
                               .only = administered(env_),
                               .sight = access::sight_of(env_)};
    if (filter.org) query.organisation_id = organisations::get_id(env_, *filter.org);
    return tasks::list_expiring(db, query, each);
}

}  // namespace dcadmin
