// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/decide.h"

#include "secure_zone/services/allocate.h"
#include "secure_zone/services/changes.h"
#include "secure_zone/services/comments.h"
#include "secure_zone/services/parties.h"
#include "secure_zone/services/service_row_sql.h"
#include "secure_zone/services/steps.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::int64_t most_hours = 9;  // a digit on the telephone ([S06b] of the sheet)

// The service as it stands today, with the steps by which time made it so.
struct Standing {
    std::vector<ServiceStep> steps;
    ServiceRow service;
};

Standing standing_of(store::Tx& tx, ServiceChanges& changes, const ServiceRow& service) {
    Standing standing{.steps = ran_out(service, tx.today(), changes.due()), .service = service};
    if (!standing.steps.empty()) standing.service = standing.steps.back().now;
    return standing;
}

void write(ServiceChanges& changes, const std::vector<ServiceStep>& steps) {
    for (const ServiceStep& step : steps) changes.change(step);
}

// Whether the step may be written with those of others: it is the only one, and gives no vouchers.
bool can_wait(const std::vector<ServiceStep>& steps) {
    return steps.size() == 1 && steps.back().now.state != ServiceState::confirmed;
}

// Takes the step unless it is so already; `given` is its comment, empty for none.
Decided take(store::Tx& tx, ServiceChanges& changes, const ServiceRow& service, ServiceEvent event,
             Party party, const std::string& given) {
    Standing standing = standing_of(tx, changes, service);
    if (already(standing.service.state, event)) return {.changed = false, .id = service.id};
    standing.steps.push_back(step_of(standing.service, event, tx.today(), changes.due()));
    if (event == ServiceEvent::validate && can_wait(standing.steps)) {
        changes.change_later(standing.steps.back());
    } else {
        write(changes, standing.steps);
    }
    if (!given.empty()) write_comment(tx, service.organisation_id, service.id, party, given);
    const ServiceRow& now = standing.steps.back().now;
    if (now.state == ServiceState::confirmed) allocate(changes, tx, now);
    return {.changed = true, .id = service.id};
}

ServiceChanges& changes_for(bulk::Work& work, std::string_view verb, const std::string& reason) {
    ServiceChanges& changes = ServiceChanges::of(work, verb);
    if (!reason.empty()) changes.because(reason);
    return changes;
}

std::string maybe_comment(const std::string& comment) {
    return comment.empty() ? std::string() : cleaned_comment(comment, "");
}

}  // namespace

std::int64_t validate_alike(ServiceChanges& changes, store::Tx& tx,
                            const std::vector<std::int64_t>& services) {
    const auto row_of = [&](std::int64_t id) {
        auto found = find_service(tx.db(), ServiceId::from_stored(id));
        if (!found) throw Error(Kind::integrity, "a service is gone");
        return std::move(*found);
    };
    const Standing standing = standing_of(tx, changes, row_of(services.front()));
    if (already(standing.service.state, ServiceEvent::validate)) return 0;
    const ServiceStep step =
        step_of(standing.service, ServiceEvent::validate, tx.today(), changes.due());
    if (can_wait({step}) && standing.steps.empty()) {
        changes.change_later(step, services);
    } else {
        for (const std::int64_t id : services) {
            take(tx, changes, row_of(id), ServiceEvent::validate, Party::company, {});
            changes.end_row();
        }
    }
    return static_cast<std::int64_t>(services.size());
}

Decided decide_validate(bulk::Work& work, const ServiceDecision& request) {
    access::enter(work.tx);
    ServiceChanges& changes = changes_for(work, "validate", request.reason);
    const ServiceRow service = seen_service(work.tx, request.service, changes.services()).service;
    require_companys(work.tx, service, access::Operation::services);
    if (changes.changes_later(service.id)) return {.changed = false, .id = service.id};
    const bool disputed = service.state == ServiceState::disputed;
    const std::string comment =
        disputed ? cleaned_comment(request.comment, "the answer to a dispute wants a comment")
                 : maybe_comment(request.comment);
    const Decided decided =
        take(work.tx, changes, service, ServiceEvent::validate, Party::company, comment);
    if (decided.changed) changes.tell(service.customer_id, "service.validated");
    return decided;
}

namespace {

ServiceRow updated(const ServiceRow& service, const ServiceUpdate& request, Date today) {
    ServiceRow wanted = service;
    if (request.day) wanted.day = *request.day;
    if (request.hours) wanted.hours = *request.hours;
    if (request.activity) wanted.activity = *request.activity;
    if (!request.day && !request.hours && !request.activity) {
        throw Error(Kind::usage, "nothing is to be changed", "give --date, --hours or --activity",
                    "id");
    }
    if (wanted.hours < 1 || wanted.hours > most_hours) {
        throw Error(Kind::usage, say("a service has from 1 to {} hours", most_hours),
                    "enter more as several services", "hours");
    }
    if (wanted.day > today) {
        throw Error(Kind::usage, say("{} is still to come", wanted.day.formatted()),
                    "give the day on which it was performed", "date");
    }
    return wanted;
}

bool same(const ServiceRow& a, const ServiceRow& b) {
    return a.day == b.day && a.hours == b.hours && a.activity == b.activity;
}

}  // namespace

Decided decide_update(bulk::Work& work, const ServiceUpdate& request) {
    store::Tx& tx = work.tx;
    const ServiceRow service = seen_service(tx, request.service).service;
    require_companys(tx, service, access::Operation::services);
    const ServiceRow wanted = updated(service, request, tx.today());
    const std::string comment = maybe_comment(request.comment);
    ServiceChanges& changes = changes_for(work, "update", request.reason);
    Standing standing = standing_of(tx, changes, service);
    if (same(service, wanted)) return {.changed = false, .id = service.id};
    ServiceStep step = step_of(standing.service, ServiceEvent::modify, tx.today(), changes.due());
    step.now.day = wanted.day;
    step.now.hours = wanted.hours;
    step.now.activity = wanted.activity;
    standing.steps.push_back(step);
    write(changes, standing.steps);
    if (!comment.empty()) {
        write_comment(tx, service.organisation_id, service.id, Party::company, comment);
    }
    changes.tell(service.customer_id, "service.modified");
    return {.changed = true, .id = service.id};
}

Decided decide_cancel(bulk::Work& work, const ServiceDecision& request) {
    const ServiceRow service = seen_service(work.tx, request.service).service;
    require_companys(work.tx, service, access::Operation::services);
    const std::string comment = cleaned_comment(request.comment, "a cancellation wants a comment");
    ServiceChanges& changes = changes_for(work, "cancel", request.reason);
    const Decided decided =
        take(work.tx, changes, service, ServiceEvent::cancel, Party::company, comment);
    if (decided.changed) changes.tell(service.customer_id, "service.cancelled");
    return decided;
}

Decided decide_confirm(bulk::Work& work, const ServiceDecision& request) {
    const ServiceParties parties = seen_service(work.tx, request.service);
    require_customers(work.tx, parties);
    return take(work.tx, changes_for(work, "confirm", request.reason), parties.service,
                ServiceEvent::confirm, Party::user, maybe_comment(request.comment));
}

Decided decide_dispute(bulk::Work& work, const ServiceDecision& request) {
    const ServiceParties parties = seen_service(work.tx, request.service);
    require_customers(work.tx, parties);
    return take(work.tx, changes_for(work, "dispute", request.reason), parties.service,
                ServiceEvent::dispute, Party::user,
                cleaned_comment(request.comment, "a dispute wants a comment"));
}

// Who is signed in for himself writes as the customer, everybody else as the company.
Decided decide_comment(bulk::Work& work, const ServiceDecision& request) {
    store::Tx& tx = work.tx;
    const ServiceParties parties = seen_service(tx, request.service);
    const bool user = access::for_himself(tx);
    if (user) {
        require_customers(tx, parties);
    } else {
        require_companys(tx, parties.service, access::Operation::services);
    }
    write_comment(tx, parties.service.organisation_id, parties.service.id,
                  user ? Party::user : Party::company,
                  cleaned_comment(request.comment, "the comment is empty"));
    return {.changed = true, .id = parties.service.id};
}

}  // namespace dcadmin::secure_zone
