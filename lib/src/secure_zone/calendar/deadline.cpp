// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/calendar.h>

#include "access/require.h"
#include "organisations/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/terms/holding.h"

namespace dcadmin {

namespace {

constexpr int longest = 3650;

void require_one(const DeadlineRequest& request) {
    const int ways =
        (request.working_days ? 1 : 0) + (request.calendar_days ? 1 : 0) + (request.term ? 1 : 0);
    if (ways == 1) return;
    throw Error(Kind::usage, "a deadline is counted in one way",
                "give one of --working-days, --calendar-days and --term", "working_days");
}

TermLength days(int count, TermUnit unit, std::string_view field) {
    if (count >= 1 && count <= longest) return {count, unit};
    throw Error(Kind::usage, say("{} days are not counted", count),
                say("give a number from 1 to {}", longest), std::string(field));
}

TermLength counted(const DeadlineRequest& request) {
    if (request.working_days) {
        return days(*request.working_days, TermUnit::working_days, "working_days");
    }
    return days(*request.calendar_days, TermUnit::calendar_days, "calendar_days");
}

}  // namespace

Deadline Calendar::deadline(const DeadlineRequest& request) {
    access::enter(env_);
    require_one(request);
    store::Db& db = env_.store.db();
    const Date from = request.from.value_or(env_.clock.today());
    std::optional<std::int64_t> organisation;
    if (request.org) organisation = organisations::get_id(env_, *request.org);
    secure_zone::WorkingDays working = secure_zone::working_days(db, organisation);
    TermLength length;
    Deadline deadline{
        .from = from, .term = {}, .last_day = from, .passed_on = from, .skipped = {}, .source = {}};
    if (request.term) {
        const LegalTerm term = secure_zone::term_holding(db, *request.term, from);
        length = term.length;
        deadline.last_day = secure_zone::last_day_of(term, from, working);
        deadline.source = term.source;
    } else {
        length = counted(request);
        deadline.last_day = secure_zone::last_day_of(length, from, working);
    }
    deadline.term = words_of(length);
    deadline.passed_on = deadline.last_day.plus_days(1);
    if (length.unit != TermUnit::working_days) return deadline;
    for (int year = from.year(); year <= deadline.last_day.year(); ++year) {
        for (DayOff& off : days_off({.year = year, .org = request.org})) {
            const bool within = off.day > from && off.day < deadline.last_day;
            if (within && off.weekday <= 5) deadline.skipped.push_back(std::move(off));
        }
    }
    return deadline;
}

}  // namespace dcadmin
