// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/issuance_schedules.h>

#include "organisations/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/issuances/make.h"
#include "secure_zone/issuances/schedules_sql.h"
#include "store/claim.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace secure_zone {

namespace {

// Longer than the largest issuance takes; after a death it is waited for.
constexpr store::DueWork work_of_schedules{"issuance_schedule", std::chrono::minutes(10)};

std::vector<Period> missing_periods(store::Db& db, const ScheduleRow& schedule,
                                    const RunRequest& request, Date today, WorkingDays& days) {
    auto due = due_periods(schedule.rhythm, schedule.rhythm.since, today, days);
    if (request.period) {
        std::erase_if(due,
                      [&](const Period& one) { return Month::of(one.until) != *request.period; });
    }
    if (!request.catch_up && due.size() > 1) due.erase(due.begin(), due.end() - 1);
    const auto made = made_by_period(db, schedule.organisation_id, schedule.region);
    std::erase_if(due, [&](const Period& one) { return made.contains(one.name); });
    return due;
}

Error taken(const ScheduleRow& schedule) {
    return {Kind::busy,
            say("another run is making the issuances of {} in {}", schedule.org.formatted(),
                name_of(schedule.region)),
            "try again when it is done"};
}

// Nothing where it was made, or the schedule ended, meanwhile.
std::optional<IssuanceRow> make_period(const Env& env, const ScheduleRow& schedule,
                                       const Period& period) {
    return store::write_result(env, [&](store::Tx& tx) -> std::optional<IssuanceRow> {
        access::enter(tx);
        access::require(tx, access::Operation::issuances,
                        {.organisation = schedule.organisation_id});
        const auto now = find_schedule(tx.db(), schedule.organisation_id, schedule.region);
        if (!now || now->id != schedule.id ||
            has_period(tx.db(), schedule.organisation_id, schedule.region, period.name)) {
            return std::nullopt;
        }
        require_accredited(tx, schedule.organisation_id, schedule.region);
        return make_issuance(
            tx, {.row = {.organisation_id = schedule.organisation_id,
                         .region = schedule.region,
                         .mode = "automatic",
                         .period = period.name,
                         .period_until = period.until.iso()},
                 .wanted = {.today = tx.today().iso(), .allocated_until = period.until.iso()}});
    });
}

void count(RunSummary& summary, const IssuanceRow& made) {
    ++(made.state == IssuanceState::empty ? summary.empty : summary.made);
    summary.services += made.services;
    summary.vouchers += made.vouchers;
}

// The lease runs anew with each period, and is given back whatever happens.
void make_all(const Env& env, const ScheduleRow& schedule, const std::vector<Period>& periods,
              RunSummary& summary) {
    auto claimed = store::claim_row(env, work_of_schedules, schedule.id);
    if (!claimed) throw taken(schedule);
    store::Db& db = env.store.db();
    db.expect_bulk(true);
    const auto give_back = [&] {
        db.expect_bulk(false);
        store::settle(env, work_of_schedules, schedule.id, *claimed, {.state = "waiting"});
    };
    try {
        for (const Period& period : periods) {
            const auto renewed = store::renew(env, work_of_schedules, schedule.id, *claimed);
            if (!renewed) throw taken(schedule);
            claimed = renewed;
            if (const auto made = make_period(env, schedule, period)) count(summary, *made);
        }
    } catch (...) {
        give_back();
        throw;
    }
    give_back();
}

void serve(const Env& env, const ScheduleRow& schedule, const RunRequest& request,
           WorkingDays& days, RunSummary& summary) {
    store::Db& db = env.store.db();
    const auto periods = missing_periods(db, schedule, request, env.clock.today(), days);
    ++summary.schedules;
    if (!periods.empty()) {
        try {
            make_all(env, schedule, periods, summary);
        } catch (const Error& error) {
            if (error.kind() != Kind::rule && error.kind() != Kind::busy) throw;
            summary.problems.push_back(
                error.kind() == Kind::busy
                    ? error
                    : Error(error.kind(),
                            fmt::format("{}, {}: {}", schedule.org.formatted(),
                                        name_of(schedule.region), error.message()),
                            error.hint(), error.field()));
        }
    }
    summary.expired +=
        expired(db, schedule.organisation_id, schedule.region, env.clock.today().iso()).vouchers;
}

}  // namespace

}  // namespace secure_zone

RunSummary IssuanceSchedules::run(const RunRequest& request) {
    access::enter(env_);
    std::optional<std::int64_t> organisation;
    if (request.org) organisation = organisations::get_id(env_, *request.org);
    access::require(env_, access::Operation::issuances, {.organisation = organisation.value_or(0)});
    const auto sight = access::sight_of(env_, access::Operation::issuances);
    store::Db& db = env_.store.db();
    auto days = secure_zone::working_days(db);
    RunSummary summary;
    for (const auto& schedule : secure_zone::schedules_of(db, organisation, {}, sight)) {
        secure_zone::serve(env_, schedule, request, days, summary);
    }
    return summary;
}

std::uint64_t IssuanceSchedules::status(const StatusFilter& filter,
                                        const Each<PeriodStatus>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    store::Db& db = env_.store.db();
    auto days = secure_zone::working_days(db);
    std::uint64_t total = 0;
    for (const auto& schedule : secure_zone::schedules_of(db, organisation, filter.region, sight)) {
        const auto made =
            secure_zone::made_by_period(db, schedule.organisation_id, schedule.region);
        const Date from =
            std::max(filter.from.value_or(schedule.rhythm.since), schedule.rhythm.since);
        for (const auto& period :
             secure_zone::due_periods(schedule.rhythm, from, env_.clock.today(), days)) {
            if (filter.until && period.until > *filter.until) break;
            const auto found = made.find(period.name);
            if (filter.missing && found != made.end()) continue;
            PeriodStatus one{.org = schedule.org,
                             .org_name = schedule.org_name,
                             .region = schedule.region,
                             .period = period.name,
                             .until = period.until,
                             .due_on = period.run_on,
                             .issuance = {},
                             .state = "missing",
                             .vouchers = 0};
            if (found != made.end()) {
                one.issuance = IssuanceId::from_stored(found->second.id);
                one.state = found->second.state;
                one.vouchers = found->second.vouchers;
            }
            ++total;
            if (!each(one)) return total;
        }
    }
    return total;
}

}  // namespace dcadmin
