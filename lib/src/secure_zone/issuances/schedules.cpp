// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/issuance_schedules.h>

#include "audit/issuance_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/issuances/make.h"
#include "secure_zone/issuances/schedules_sql.h"
#include "secure_zone/record_change.h"
#include "secure_zone/subsidiaries/acting.h"

#include <dcadmin/base/text.h>

#include <array>

namespace dcadmin {

namespace {

constexpr std::array all_every{Every::day, Every::week, Every::two_weeks, Every::month};

}  // namespace

std::string_view name_of(Every every) {
    switch (every) {
        case Every::day: return "day";
        case Every::week: return "week";
        case Every::two_weeks: return "two-weeks";
        case Every::month: break;
    }
    return "month";
}

Every parse_every(std::string_view given) {
    const std::string word = text::ascii_lower(text::trimmed(given));
    for (const Every every : all_every) {
        if (word == name_of(every)) return every;
    }
    throw Error(Kind::usage, say("{} is not how often one is made", text::quoted(given)),
                "one of: day, week, two-weeks, month", "every");
}

namespace secure_zone {

namespace {

std::string image(const ScheduleRow& row) {
    const std::string since = row.rhythm.since.iso();
    return audit::image_of(audit::ScheduleFields{.organisation_id = row.organisation_id,
                                                 .region = name_of(row.region),
                                                 .every = name_of(row.rhythm.every),
                                                 .on_day = row.rhythm.on,
                                                 .since = since,
                                                 .ended_at = row.ended_at});
}

void record(store::Tx& tx, std::string_view verb, const ScheduleRow& row, const std::string& before,
            const std::string& given) {
    const std::string after = image(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "issuance_schedule",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

IssuanceSchedule shown(const ScheduleRow& row, Date today, WorkingDays& days) {
    constexpr int how_many = 3;
    IssuanceSchedule one{.org = row.org,
                         .org_name = row.org_name,
                         .region = row.region,
                         .every = row.rhythm.every,
                         .on = row.rhythm.on,
                         .since = row.rhythm.since,
                         .next = {}};
    Period next = next_run(row.rhythm, today, days);
    for (int i = 0; i < how_many; ++i) {
        one.next.push_back(next.run_on);
        next = next_run(row.rhythm, next.run_on, days);
    }
    return one;
}

int checked_day(const NewSchedule& request) {
    constexpr int sunday = 7;
    constexpr int longest_month = 31;
    const bool month = request.every == Every::month;
    if (request.every == Every::day) {
        if (!request.on) return 0;
        throw Error(Kind::usage, "every day has no day of its own", "leave --on out", "on");
    }
    const int most = month ? longest_month : sunday;
    const int on = request.on.value_or(month ? longest_month : 1);
    if (on >= 1 && on <= most) return on;
    throw Error(Kind::usage,
                month ? say("{} is no day of a month", on) : say("{} is no day of a week", on),
                month ? say("from 1 to 31; a shorter month ends it")
                      : say("from 1, which is Monday, to 7, which is Sunday"),
                "on");
}

std::vector<Region> regions_for(store::Tx& tx, std::int64_t organisation,
                                const NewSchedule& request) {
    if (request.region) {
        require_accredited(tx, organisation, *request.region);
        return {*request.region};
    }
    auto regions = accredited_regions(tx.db(), organisation, tx.today().iso());
    if (!regions.empty()) return regions;
    throw Error(Kind::rule, "the company is accredited for no region today",
                "see its accreditations: dcadmin company show", "org");
}

void end(store::Tx& tx, ScheduleRow row, const std::string& reason) {
    const std::string before = image(row);
    row.ended_at = tx.now().iso();
    end_schedule(tx.db(), row.id, row.ended_at);
    record(tx, "end", row, before, reason);
}

using Shown = Written<std::vector<IssuanceSchedule>>;

Shown apply_set(bulk::Work& work, const NewSchedule& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const auto organisation = organisations::get(tx, request.org);
    access::require(tx, access::Operation::issuances, {.organisation = organisation.id});
    require_acting(tx, organisation.id);
    const int on = checked_day(request);
    WorkingDays days = working_days(tx.db());
    Shown written;
    for (const Region region : regions_for(tx, organisation.id, request)) {
        auto there = find_schedule(tx.db(), organisation.id, region);
        const bool same = there && there->rhythm.every == request.every && there->rhythm.on == on;
        if (!same) {
            if (there) end(tx, *there, request.reason);
            there = ScheduleRow{.id = 0,
                                .organisation_id = organisation.id,
                                .region = region,
                                .rhythm = {.every = request.every, .on = on, .since = tx.today()},
                                .ended_at = {},
                                .org = request.org,
                                .org_name = organisation.name};
            there->id = insert_schedule(tx.db(), *there, tx.now().iso(), tx.operation());
            record(tx, "set", *there, {}, request.reason);
            written.changed = true;
        }
        written.item.push_back(shown(*there, tx.today(), days));
    }
    return written;
}

Shown apply_off(bulk::Work& work, const ScheduleRef& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    access::require(tx, access::Operation::issuances, {.organisation = organisation});
    WorkingDays days = working_days(tx.db());
    Shown written;
    for (const ScheduleRow& row : schedules_of(tx.db(), organisation, request.region, {})) {
        end(tx, row, request.reason);
        written.changed = true;
        auto ended = shown(row, tx.today(), days);
        ended.next.clear();
        written.item.push_back(std::move(ended));
    }
    return written;
}

}  // namespace

}  // namespace secure_zone

Written<std::vector<IssuanceSchedule>> IssuanceSchedules::set(const NewSchedule& request) {
    return bulk::run_one(env_, "issuance.auto-set",
                         [&](bulk::Work& work) { return secure_zone::apply_set(work, request); });
}

bulk::Summary IssuanceSchedules::set_rows(const bulk::Source<NewSchedule>& rows,
                                          const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "issuance.auto-set", rows, options, sink,
                          [](bulk::Work& work, const NewSchedule& request) {
                              return bulk::result_of(secure_zone::apply_set(work, request), "");
                          });
}

Written<std::vector<IssuanceSchedule>> IssuanceSchedules::off(const ScheduleRef& request) {
    return bulk::run_one(env_, "issuance.auto-off",
                         [&](bulk::Work& work) { return secure_zone::apply_off(work, request); });
}

bulk::Summary IssuanceSchedules::off_rows(const bulk::Source<ScheduleRef>& rows,
                                          const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "issuance.auto-off", rows, options, sink,
                          [](bulk::Work& work, const ScheduleRef& request) {
                              return bulk::result_of(secure_zone::apply_off(work, request), "");
                          });
}

std::uint64_t IssuanceSchedules::list(const ScheduleFilter& filter,
                                      const Each<IssuanceSchedule>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    store::Db& db = env_.store.db();
    auto days = secure_zone::working_days(db);
    const auto all = secure_zone::schedules_of(db, organisation, filter.region, sight);
    for (const auto& row : all) {
        if (!each(secure_zone::shown(row, env_.clock.today(), days))) break;
    }
    return all.size();
}

}  // namespace dcadmin
