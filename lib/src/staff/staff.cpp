// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/staff.h>

#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "persons/find.h"
#include "policies/values.h"
#include "staff/staff_sql.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace staff {

namespace {

constexpr Date no_end = Date::from_days(2'932'896);  // 9999-12-31

std::string image(const StaffRow& row) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return audit::image_of(audit::StaffFields{.person_id = row.person_id,
                                              .role = name_of(row.role),
                                              .valid_from = from,
                                              .valid_until = until,
                                              .ended_at = row.ended_at,
                                              .reason = row.reason});
}

void record(store::Tx& tx, std::string_view verb, const StaffRow* before, const StaffRow& after,
            const std::string& reason) {
    std::string was;
    if (before != nullptr) was = image(*before);
    const std::string is = image(after);
    audit::NewEntry entry{.chain = audit::system_chain,
                          .subject = "staff",
                          .verb = verb,
                          .subject_id = after.id,
                          .before = {},
                          .after = is,
                          .reason = {}};
    if (before != nullptr) entry.before = was;
    if (!reason.empty()) entry.reason = reason;
    audit::record(tx, entry);
}

bool is_over(const StaffRow& row, const store::Tx& tx) {
    return (!row.ended_at.empty() && row.ended_at <= tx.now().iso()) ||
           row.period.last() < tx.today();
}

DateRange period_of(const NewStaff& request, Date today) {
    const Date from = request.from.value_or(today);
    const Date until = request.until.value_or(no_end);
    if (from < today) {
        throw Error(Kind::rule,
                    say("{} is past: nobody worked here before it was said", from.formatted()),
                    "leave --from out for today", "from");
    }
    if (until >= from) return DateRange::of(from, until);
    throw Error(
        Kind::rule,
        say("the last day, {}, comes before the first, {}", until.formatted(), from.formatted()),
        "give a later --until", "until");
}

// He who ends the set-up of a store must be able to come in again.
void require_key(store::Tx& tx, const NewStaff& request, std::int64_t person_id) {
    if (request.role != StaffRole::issuer) return;
    if (policies::value_of(tx.db(), "sign_in") != "required") return;
    if (others_operate(tx.db(), 0, tx.now()) || can_sign_in(tx.db(), person_id, tx.today())) return;
    const std::string who = PersonId::from_stored(person_id).text();
    throw Error(Kind::rule, say("{} has no key to sign in with, and this store wants one", who),
                say("activate one first: dcadmin key activate --person {} …; an eID is "
                    "known once he signed in with it: dcadmin auth login",
                    who),
                "person");
}

void tell(bulk::Work& work, const StaffRow& row, const PersonRef& person) {
    const auto told = persons::get(work.tx.db(), person);
    work.notices.add(row.person_id, told.email ? told.email->text() : "",
                     StaffId::from_stored(row.id).text());
}

Written<StaffMember> apply_add(bulk::Work& work, const NewStaff& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::staff);
    const std::string reason = text::clean(request.reason, "reason");
    const std::int64_t person_id = persons::get_id(tx, request.person);
    StaffRow asked{.id = 0,
                   .person_id = person_id,
                   .role = request.role,
                   .period = period_of(request, tx.today()),
                   .ended_at = {},
                   .reason = reason};
    for (const StaffRow& there : staff_of(tx.db(), person_id, request.role)) {
        if (is_over(there, tx) || !there.period.overlaps(asked.period)) continue;
        const bool unsaid = !request.from && !request.until && there.period.contains(tx.today());
        if (unsaid || there.period == asked.period) {
            return {.changed = false,
                    .item = shown_staff(tx.db(), there.id, tx.today(), tx.now()),
                    .remark = {}};
        }
        throw Error(Kind::conflict,
                    say("{} has the role for another period already: {}",
                        StaffId::from_stored(there.id).text(), there.period.formatted()),
                    "end that one first: dcadmin staff remove", "from");
    }
    require_key(tx, request, person_id);
    asked.id = insert_staff(tx.db(), asked, tx.operation());
    record(tx, "add", nullptr, asked, reason);
    tell(work, asked, request.person);
    return {.changed = true,
            .item = shown_staff(tx.db(), asked.id, tx.today(), tx.now()),
            .remark = {}};
}

void require_another(store::Tx& tx, const StaffRow& row) {
    if (row.role != StaffRole::issuer) return;
    if (policies::value_of(tx.db(), "sign_in") != "required") return;
    if (others_operate(tx.db(), row.id, tx.now())) return;
    throw Error(Kind::rule,
                "no operator who can sign in would be left, and this store wants sign-in",
                "add another first: dcadmin staff add --role operator …", "person");
}

Written<StaffMember> apply_remove(bulk::Work& work, const StaffEnd& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::staff);
    const std::string reason = text::clean(request.reason, "reason");
    const std::int64_t person_id = persons::get_id(tx, request.person);
    const auto rows = staff_of(tx.db(), person_id, request.role);
    if (rows.empty()) {
        throw Error(
            Kind::not_found,
            say("{} is no {}", PersonId::from_stored(person_id).text(), name_of(request.role)),
            "see who is: dcadmin staff list", "person");
    }
    bool changed = false;
    for (const StaffRow& row : rows) {
        if (is_over(row, tx)) continue;
        require_another(tx, row);
        StaffRow ended = row;
        ended.ended_at = tx.now().iso();
        end_staff(tx.db(), row.id, ended.ended_at);
        record(tx, "end", &row, ended, reason);
        tell(work, ended, request.person);
        changed = true;
    }
    return {.changed = changed,
            .item = shown_staff(tx.db(), rows.back().id, tx.today(), tx.now()),
            .remark = {}};
}

}  // namespace

}  // namespace staff

std::string_view name_of(StaffRole role) {
    switch (role) {
        case StaffRole::issuer: return "operator";
        case StaffRole::auditor: return "auditor";
    }
    return "";
}

StaffRole parse_staff_role(std::string_view given) {
    const std::string word = text::ascii_lower(text::trimmed(given));
    for (const StaffRole role : {StaffRole::issuer, StaffRole::auditor}) {
        if (word == name_of(role)) return role;
    }
    throw Error(Kind::usage, say("{} is no role of staff", text::quoted(given)),
                "one of: operator, auditor", "role");
}

Written<StaffMember> Staff::add(const NewStaff& request) {
    return bulk::run_one(env_, "staff.add",
                         [&](bulk::Work& work) { return staff::apply_add(work, request); });
}

bulk::Summary Staff::add_rows(const bulk::Source<NewStaff>& rows, const bulk::Options& options,
                              const bulk::Sink& sink) {
    return bulk::run_rows(env_, "staff.add", rows, options, sink,
                          [](bulk::Work& work, const NewStaff& request) {
                              const auto written = staff::apply_add(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<StaffMember> Staff::remove(const StaffEnd& request) {
    return bulk::run_one(env_, "staff.remove",
                         [&](bulk::Work& work) { return staff::apply_remove(work, request); });
}

bulk::Summary Staff::remove_rows(const bulk::Source<StaffEnd>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink) {
    return bulk::run_rows(env_, "staff.remove", rows, options, sink,
                          [](bulk::Work& work, const StaffEnd& request) {
                              const auto written = staff::apply_remove(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

std::uint64_t Staff::list(const StaffFilter& filter, const Each<StaffMember>& each) {
    constexpr std::array<std::string_view, 4> states{"", "active", "future", "ended"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage, say("{} is not a state of staff", text::quoted(filter.state)),
                    "one of: active, future, ended", "state");
    }
    const auto sight = access::sight_of(env_, access::Operation::read_staff);
    std::optional<std::int64_t> person;
    if (filter.person) person = persons::get_id(env_, *filter.person);
    return staff::list_staff(env_.store.db(), filter, person, sight, env_.clock.now(), each);
}

}  // namespace dcadmin
