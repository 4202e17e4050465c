// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/machine.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>

namespace dcadmin {

std::string_view name_of(ServiceState state) {
    switch (state) {
        case ServiceState::registered: return "registered";
        case ServiceState::validated: return "validated";
        case ServiceState::confirmed_first: return "confirmed-first";
        case ServiceState::disputed: return "disputed";
        case ServiceState::confirmed: return "confirmed";
        case ServiceState::waiting: return "waiting";
        case ServiceState::partially_allocated: return "partially-allocated";
        case ServiceState::allocated: return "allocated";
        case ServiceState::issued: return "issued";
        case ServiceState::refunded: return "refunded";
        case ServiceState::cancelled: return "cancelled";
        case ServiceState::outside: break;
    }
    return "outside";
}

ServiceState parse_service_state(std::string_view given) {
    for (const ServiceState state : all_service_states) {
        if (given == name_of(state)) return state;
    }
    const std::string word = text::ascii_lower(text::trimmed(given));
    std::string choices;
    for (const ServiceState state : all_service_states) {
        if (word == name_of(state)) return state;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(state));
    }
    throw Error(Kind::usage, say("{} is not a state of services", text::quoted(given)),
                say("one of: {}", choices), "status");
}

std::string_view name_of(ServiceEvent event) {
    switch (event) {
        case ServiceEvent::validate: return "validate";
        case ServiceEvent::validation_ran_out: return "validation-ran-out";
        case ServiceEvent::modify: return "modify";
        case ServiceEvent::cancel: return "cancel";
        case ServiceEvent::confirm: return "confirm";
        case ServiceEvent::confirmation_ran_out: return "confirmation-ran-out";
        case ServiceEvent::dispute: return "dispute";
        case ServiceEvent::find_no_voucher: return "find-no-voucher";
        case ServiceEvent::allocate_some: return "allocate-some";
        case ServiceEvent::allocate_all: return "allocate-all";
        case ServiceEvent::grow_too_old: return "grow-too-old";
        case ServiceEvent::issue: return "issue";
        case ServiceEvent::refund: break;
    }
    return "refund";
}

std::vector<ServiceState> states_before(ServiceEvent event) {
    std::vector<ServiceState> states;
    for (const ServiceState state : all_service_states) {
        if (secure_zone::after(state, event)) states.push_back(state);
    }
    return states;
}

namespace secure_zone {

namespace {

bool is_of_customer(ServiceEvent event) {
    return event == ServiceEvent::confirm || event == ServiceEvent::dispute ||
           event == ServiceEvent::confirmation_ran_out;
}

bool is_of_company(ServiceEvent event) {
    return event == ServiceEvent::validate || event == ServiceEvent::validation_ran_out ||
           event == ServiceEvent::modify || event == ServiceEvent::cancel;
}

}  // namespace

std::string_view why_not(ServiceState from, ServiceEvent event) {
    if (from == ServiceState::cancelled) return "it was cancelled";
    const bool decided = !is_of_company(event) && !is_of_customer(event);
    switch (from) {
        case ServiceState::registered:
            return decided ? "it is neither validated nor confirmed"
                           : "the company has not validated it";
        case ServiceState::validated:
            return decided ? "the customer has not confirmed it" : "the company validated it";
        case ServiceState::confirmed_first:
            return decided ? "the company has not validated it" : "the customer confirmed it";
        case ServiceState::disputed:
            return "the customer disputes it: the company validates, changes or cancels it first";
        case ServiceState::confirmed:
            return decided ? "no vouchers are allocated to it" : "both parties confirmed it";
        case ServiceState::waiting:
        case ServiceState::partially_allocated:
            return decided ? "not all of its vouchers are there" : "both parties confirmed it";
        case ServiceState::allocated:
            return decided ? "its vouchers are allocated" : "both parties confirmed it";
        case ServiceState::issued:
            return decided ? "its vouchers are handed in" : "both parties confirmed it";
        case ServiceState::refunded: return decided ? "it is paid" : "both parties confirmed it";
        case ServiceState::outside:
            return decided ? "no voucher may pay it any more" : "both parties confirmed it";
        case ServiceState::cancelled: break;
    }
    return "it was cancelled";
}

}  // namespace secure_zone

}  // namespace dcadmin
