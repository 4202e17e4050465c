// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/steps.h"

#include "secure_zone/services/machine.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

namespace {

std::string_view words_of(ServiceEvent event) {
    switch (event) {
        case ServiceEvent::validate: return "validated";
        case ServiceEvent::modify: return "changed";
        case ServiceEvent::cancel: return "cancelled";
        case ServiceEvent::confirm: return "confirmed";
        case ServiceEvent::dispute: return "disputed";
        case ServiceEvent::validation_ran_out: return "validated by silence";
        case ServiceEvent::confirmation_ran_out: return "confirmed by silence";
        case ServiceEvent::find_no_voucher:
        case ServiceEvent::allocate_some:
        case ServiceEvent::allocate_all: return "given vouchers";
        case ServiceEvent::grow_too_old: return "given up";
        case ServiceEvent::issue: return "handed in";
        case ServiceEvent::refund: break;
    }
    return "paid";
}

ServiceState next_state(const ServiceRow& service, ServiceEvent event, DueDays& due) {
    const auto next = after(service.state, event);
    const bool too_early = service.state == ServiceState::registered &&
                           event == ServiceEvent::confirm && !due.user_first(service);
    if (next && !too_early) return *next;
    throw Error(Kind::rule,
                say("{} cannot be {}: {}", ServiceId::from_stored(service.id).text(),
                    words_of(event), why_not(service.state, event)),
                say("see it: dcadmin service show {}", ServiceId::from_stored(service.id).text()),
                "id");
}

// The customer's term runs from the company's validation, through the last day of its term when
// that had run out; never again after a dispute or a change, which both want an answer by hand.
std::optional<Date> due_after(const ServiceRow& before, const ServiceRow& now, ServiceEvent event,
                              Date day, DueDays& due) {
    if (now.state == ServiceState::confirmed_first) return before.due_on;
    if (now.state != ServiceState::validated) return std::nullopt;
    if (event == ServiceEvent::modify || before.state == ServiceState::disputed) {
        return std::nullopt;
    }
    const bool ran_out = event == ServiceEvent::validation_ran_out;
    return due.to_confirm(now, ran_out ? *before.due_on : day);
}

}  // namespace

ServiceStep step_of(const ServiceRow& service, ServiceEvent event, Date day, DueDays& due) {
    ServiceStep step{.before = service, .now = service, .event = event, .day = day};
    step.now.state = next_state(service, event, due);
    switch (event) {
        case ServiceEvent::validate:
        case ServiceEvent::validation_ran_out:
        case ServiceEvent::modify: step.now.validated_on = day; break;
        case ServiceEvent::confirm:
        case ServiceEvent::confirmation_ran_out: step.now.confirmed_on = day; break;
        case ServiceEvent::cancel:
        case ServiceEvent::dispute:
        case ServiceEvent::find_no_voucher:
        case ServiceEvent::allocate_some:
        case ServiceEvent::allocate_all:
        case ServiceEvent::grow_too_old:
        case ServiceEvent::issue:
        case ServiceEvent::refund: break;
    }
    step.now.due_on = due_after(service, step.now, event, day, due);
    return step;
}

std::vector<ServiceStep> ran_out(const ServiceRow& service, Date today, DueDays& due) {
    std::vector<ServiceStep> steps;
    ServiceRow row = service;
    while (row.due_on && *row.due_on < today) {
        const bool companys = row.state != ServiceState::validated;
        steps.push_back(step_of(
            row, companys ? ServiceEvent::validation_ran_out : ServiceEvent::confirmation_ran_out,
            row.due_on->plus_days(1), due));
        row = steps.back().now;
    }
    return steps;
}

bool already(ServiceState state, ServiceEvent event) {
    switch (event) {
        case ServiceEvent::validate:
            return state != ServiceState::registered && state != ServiceState::confirmed_first &&
                   state != ServiceState::disputed && state != ServiceState::cancelled;
        case ServiceEvent::confirm:
            return state == ServiceState::confirmed_first ||
                   (already(state, ServiceEvent::validate) && state != ServiceState::validated);
        case ServiceEvent::cancel: return state == ServiceState::cancelled;
        case ServiceEvent::dispute: return state == ServiceState::disputed;
        case ServiceEvent::validation_ran_out:
        case ServiceEvent::modify:
        case ServiceEvent::confirmation_ran_out:
        case ServiceEvent::find_no_voucher:
        case ServiceEvent::allocate_some:
        case ServiceEvent::allocate_all:
        case ServiceEvent::grow_too_old:
        case ServiceEvent::issue:
        case ServiceEvent::refund: break;
    }
    return false;
}

}  // namespace dcadmin::secure_zone
