// SPDX-License-Identifier: Apache-2.0
#include "leavers/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

namespace dcadmin::leavers {

std::optional<Error> leave_problem(const LeaveRequest& request, Date today) {
    if (!request.on || *request.on >= today) return std::nullopt;
    return Error(
        Kind::usage,
        say("{} has passed: what was done until now cannot be undone", request.on->formatted()),
        "give today or a later day", "on");
}

Error last_administrator(PersonId person, EnterpriseNumber org) {
    return {Kind::rule,
            say("{} is the last administrator of {}: nobody would administer access there",
                person.text(), org.formatted()),
            say("appoint a successor first: dcadmin chief designate --org {}; or give --force",
                org.digits()),
            "person"};
}

Date free_from(Date last_day, Term retention) {
    return last_day.plus(retention).plus_days(1);
}

std::optional<Error> erasure_problem(const ErasureFacts& facts, Date today) {
    const std::string person = facts.person.text();
    if (facts.active > 0) {
        return Error(
            Kind::rule,
            facts.active == 1
                ? say("{} still has 1 working relation or offices that have not ended", person)
                : say("{} still has {} working relations or offices that have not ended", person,
                      facts.active),
            say("end them first: dcadmin person leave {} --reason REASON --yes", person), "person");
    }
    if (facts.contact_for > 0) {
        return Error(Kind::rule, say("{} is still a contact person of a company", person),
                     say("see of which: dcadmin contact list; then: dcadmin contact remove "
                         "--org … --person {} --purpose …",
                         person),
                     "person");
    }
    if (facts.worker_for > 0) {
        return Error(Kind::rule, say("{} is still a worker of a company", person),
                     "see of which: dcadmin worker list; then: dcadmin worker deactivate LOGIN",
                     "person");
    }
    if (facts.customer_of > 0) {
        return Error(Kind::rule,
                     say("{} is still a customer of a company, or has open services there", person),
                     "see of which: dcadmin customer list; then: dcadmin customer deactivate "
                     "NUMBER --org …",
                     "person");
    }
    if (facts.pickups_for > 0) {
        return Error(
            Kind::rule, say("{} is still whom the driver of recurring pickups turns to", person),
            "see which: dcadmin pickup recur show; then name another: dcadmin pickup recur "
            "set, or end them: dcadmin pickup recur off",
            "person");
    }
    if (facts.waiting > 0) {
        return Error(Kind::rule, say("requests of {} wait for an answer", person),
                     say("answer them first: dcadmin task list --person {}", person), "person");
    }
    if (!facts.last_day || facts.force) return std::nullopt;
    const Date free = free_from(*facts.last_day, facts.retention);
    if (today >= free) return std::nullopt;
    return Error(
        Kind::rule,
        say("the data of {} are kept until {}: {} after {}", person, free.plus_days(-1).formatted(),
            facts.retention.words(), facts.last_day->formatted()),
        "see: dcadmin policy get retention; or give --force with the reason", "person");
}

std::string required_reason(const std::string& reason, std::string_view missing) {
    std::string clean = text::clean(reason, "reason");
    if (!clean.empty()) return clean;
    throw Error(Kind::usage, std::string(missing), "give --reason", "reason");
}

}  // namespace dcadmin::leavers
