// SPDX-License-Identifier: Apache-2.0
#include "leavers/leave.h"

#include "access/require.h"
#include "designation/offices.h"
#include "leavers/leavers_sql.h"
#include "leavers/rules.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "persons/relation_end.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <utility>

namespace dcadmin::leavers {

namespace {

Date last_day(const LeaveRequest& request, Date today) {
    return request.on.value_or(today);
}

// Of a transaction or of who only looks. In a session it is that organisation that he leaves.
template <class Where>
Reach reach_of(Where& where, const LeaveRequest& request, Timestamp now) {
    const std::int64_t person = persons::get_id(where, request.person);
    const std::int64_t here = access::own_organisation(where).value_or(0);
    return {.person_id = person,
            .organisation_id = request.org ? organisations::get_id(where, *request.org) : here,
            .day = last_day(request, now.brussels_day()).iso(),
            .moment = now.iso()};
}

// An office may have no last day, which is stored as the end of the calendar.
std::optional<Date> open_ended(Date until) {
    if (until == Date::parse("9999-12-31")) return std::nullopt;
    return until;
}

// What would begin after the last day never begins: it ends today.
Date end_of(Date from, Date day, Date today) {
    return from > day ? today : day;
}

std::vector<LeaveItem> items_of(store::Db& db, const Reach& reach, Date today) {
    const Date day = Date::parse(reach.day);
    std::vector<LeaveItem> items;
    for (const LastingRelation& relation : lasting_relations(db, reach)) {
        items.push_back({.kind = "relation",
                         .id = RelationId::from_stored(relation.id).text(),
                         .org = relation.org,
                         .org_name = relation.org_name,
                         .what = relation.category,
                         .until = relation.until,
                         .ends = end_of(relation.from, day, today)});
    }
    for (const LastingGrant& grant : lasting_grants(db, reach)) {
        items.push_back({.kind = "grant",
                         .id = GrantId::from_stored(grant.id).text(),
                         .org = grant.org,
                         .org_name = grant.org_name,
                         .what = grant.title,
                         .until = grant.until,
                         .ends = end_of(grant.from, day, today)});
    }
    for (const LastingOffice& office : lasting_offices(db, reach)) {
        items.push_back({.kind = "office",
                         .id = AdministratorId::from_stored(office.id).text(),
                         .org = office.org,
                         .org_name = office.org_name,
                         .what = office.what,
                         .until = open_ended(office.until),
                         .ends = end_of(office.from, day, today)});
    }
    std::ranges::stable_sort(items, {}, &LeaveItem::org);
    return items;
}

// Who went on that day already has nothing left to end: a list of leavers that is run every night
// still names him.
void require_day(const LeaveRequest& request, const std::vector<LeaveItem>& items, Date today) {
    if (items.empty()) return;
    if (const auto problem = leave_problem(request, today)) throw *problem;
}

// The offices end first: whether he is the last administrator is asked while all is as it was.
void end_offices(bulk::Work& work, const LeaveRequest& request, const Reach& reach, Date day,
                 const std::string& reason) {
    for (const LastingOffice& office : lasting_offices(work.tx.db(), reach)) {
        const bool last = designation::is_last_administrator(work.tx, office.organisation_id,
                                                             reach.person_id, day);
        if (last && !request.force) {
            throw last_administrator(PersonId::from_stored(reach.person_id), office.org);
        }
    }
    for (const LastingOffice& office : lasting_offices(work.tx.db(), reach)) {
        designation::require_end(work.tx, office.id);
        designation::end_office(work, office.id, day, reason);
    }
}

// Relations of one organisation and target group end in one step.
void end_relations(bulk::Work& work, const LeaveRequest& request, const Reach& reach, Date day,
                   const std::string& reason) {
    const auto relations = lasting_relations(work.tx.db(), reach);
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const LastingRelation& relation = relations[i];
        const bool done = i > 0 && relations[i - 1].org == relation.org &&
                          relations[i - 1].audience == relation.audience;
        if (done) continue;
        static_cast<void>(persons::apply_end(work, {.person = request.person,
                                                    .org = relation.org,
                                                    .audience = relation.audience,
                                                    .on = day,
                                                    .at_once = false,
                                                    .reason = reason}));
    }
}

}  // namespace

std::vector<LeaveItem> what_ends(const Env& env, const LeaveRequest& request) {
    access::enter(env);
    const Timestamp now = env.clock.now();
    const Reach reach = reach_of(env, request, now);
    access::require_reading(env,
                            {.organisation = reach.organisation_id, .person = reach.person_id});
    auto items = items_of(env.store.db(), reach, now.brussels_day());
    require_day(request, items, now.brussels_day());
    return items;
}

Written<std::vector<LeaveItem>> apply_leave(bulk::Work& work, const LeaveRequest& request) {
    store::Tx& tx = work.tx;
    const std::string reason = required_reason(request.reason, "leaving wants a reason");
    const Reach reach = reach_of(tx, request, tx.now());
    access::require(tx, access::Operation::end_relation,
                    {.organisation = reach.organisation_id, .person = reach.person_id});
    auto items = items_of(tx.db(), reach, tx.today());
    if (items.empty()) return {.changed = false, .item = {}, .remark = {}};
    require_day(request, items, tx.today());
    end_offices(work, request, reach, last_day(request, tx.today()), reason);
    end_relations(work, request, reach, last_day(request, tx.today()), reason);
    return {.changed = true, .item = std::move(items), .remark = {}};
}

bulk::Result result_of(const Written<std::vector<LeaveItem>>& written,
                       const LeaveRequest& request) {
    bulk::Result result = bulk::result_of(written, shown(request.person));
    const auto count = [&](std::string_view kind) {
        return std::ranges::count(written.item, kind, &LeaveItem::kind);
    };
    if (!written.changed) return result;
    result.message = say("{} relations, {} grants and {} offices end", count("relation"),
                         count("grant"), count("office"));
    return result;
}

}  // namespace dcadmin::leavers
