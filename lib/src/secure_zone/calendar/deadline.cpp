// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/secure_zone/calendar.h>

#include "access/require.h"
#include "organisations/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/terms/holding.h"

#include <fmt/format.h>

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

LegalTerm days(int length, TermUnit unit, std::string_view field) {
    if (length >= 1 && length <= longest) {
        return {.kind = TermKind::validate,
                .region = Region::flanders,
                .entered_by = {},
                .channel = {},
                .length = length,
                .unit = unit,
                .valid = DateRange::of(Date::of(1800, 1, 1), Date::of(9999, 12, 31)),
                .source = {}};
    }
    throw Error(Kind::usage, fmt::format("{} days are not counted", length),
                fmt::format("give a number from 1 to {}", longest), std::string(field));
}

LegalTerm term_of(store::Db& db, const DeadlineRequest& request, Date from) {
    if (request.working_days) {
        return days(*request.working_days, TermUnit::working_days, "working_days");
    }
    if (request.calendar_days) {
        return days(*request.calendar_days, TermUnit::calendar_days, "calendar_days");
    }
    return secure_zone::term_holding(db, *request.term, from);
}

}  // namespace

Deadline Calendar::deadline(const DeadlineRequest& request) {
    access::enter(env_);
    require_one(request);
    store::Db& db = env_.store.db();
    const Date from = request.from.value_or(env_.clock.today());
    std::optional<std::int64_t> organisation;
    if (request.org) organisation = organisations::get_id(env_, *request.org);
    const LegalTerm term = term_of(db, request, from);
    secure_zone::WorkingDays working = secure_zone::working_days(db, organisation);
    Deadline deadline{.from = from,
                      .term = words_of(term),
                      .last_day = secure_zone::last_day_of(term, from, working),
                      .passed_on = from,
                      .skipped = {},
                      .source = term.source};
    deadline.passed_on = deadline.last_day.plus_days(1);
    if (term.unit != TermUnit::working_days) return deadline;
    for (int year = from.year(); year <= deadline.last_day.year(); ++year) {
        for (DayOff& off : days_off({.year = year, .org = request.org})) {
            const bool within = off.day > from && off.day < deadline.last_day;
            if (within && off.weekday <= 5) deadline.skipped.push_back(std::move(off));
        }
    }
    return deadline;
}

}  // namespace dcadmin
