// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/machine.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>

namespace dcadmin {

std::string_view name_of(IssuanceState state) {
    switch (state) {
        case IssuanceState::draft: return "draft";
        case IssuanceState::submitted: return "submitted";
        case IssuanceState::received: return "received";
        case IssuanceState::in_control: return "in-control";
        case IssuanceState::partly_to_correct: return "partly-to-correct";
        case IssuanceState::payable: return "payable";
        case IssuanceState::blocked: return "blocked";
        case IssuanceState::paid: return "paid";
        case IssuanceState::closed: return "closed";
        case IssuanceState::cancelled: return "cancelled";
        case IssuanceState::empty: break;
    }
    return "empty";
}

IssuanceState parse_issuance_state(std::string_view given) {
    const std::string word = text::ascii_lower(text::trimmed(given));
    std::string choices;
    for (const IssuanceState state : all_issuance_states) {
        if (word == name_of(state)) return state;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(state));
    }
    throw Error(Kind::usage, say("{} is not a state of issuances", text::quoted(given)),
                say("one of: {}", choices), "state");
}

namespace secure_zone {

std::string_view name_of(IssuanceEvent event) {
    switch (event) {
        case IssuanceEvent::submit: return "submit";
        case IssuanceEvent::cancel: return "cancel";
        case IssuanceEvent::receive: return "receive";
        case IssuanceEvent::control: return "control";
        case IssuanceEvent::find_to_correct: return "find-to-correct";
        case IssuanceEvent::pass: return "pass";
        case IssuanceEvent::block: return "block";
        case IssuanceEvent::release: return "release";
        case IssuanceEvent::pay: return "pay";
        case IssuanceEvent::close: break;
    }
    return "close";
}

std::string_view why_not(IssuanceState from, IssuanceEvent event) {
    switch (from) {
        case IssuanceState::draft: return "it is a draft";
        case IssuanceState::submitted:
            return event == IssuanceEvent::submit || event == IssuanceEvent::cancel
                       ? "it was submitted"
                       : "it was not received yet";
        case IssuanceState::received:
            return event == IssuanceEvent::submit || event == IssuanceEvent::cancel ||
                           event == IssuanceEvent::receive
                       ? "it was received"
                       : "its controls have not begun";
        case IssuanceState::in_control: return "it is being controlled";
        case IssuanceState::partly_to_correct: return "some of its vouchers wait to be corrected";
        case IssuanceState::payable:
            return event == IssuanceEvent::release ? "it is not blocked"
                                                   : "it has passed the controls";
        case IssuanceState::blocked: return "its payment is blocked";
        case IssuanceState::paid: return "it is paid";
        case IssuanceState::closed: return "it is paid and closed";
        case IssuanceState::cancelled: return "it was cancelled";
        case IssuanceState::empty: break;
    }
    return "there is nothing in it";
}

}  // namespace secure_zone

}  // namespace dcadmin
