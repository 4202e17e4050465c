// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/selection.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

std::string_view name_of(ServiceSelection selection) {
    switch (selection) {
        case ServiceSelection::to_validate: return "to-validate";
        case ServiceSelection::awaiting_user: return "awaiting-user";
        case ServiceSelection::disputed: return "disputed";
        case ServiceSelection::cancelled: return "cancelled";
        case ServiceSelection::modified: return "modified";
        case ServiceSelection::at_risk: return "at-risk";
        case ServiceSelection::partially_allocated: return "partially-allocated";
        case ServiceSelection::not_issued: return "not-issued";
        case ServiceSelection::refunded: break;
    }
    return "refunded";
}

ServiceSelection parse_service_selection(std::string_view given) {
    const std::string word = text::ascii_lower(text::trimmed(given));
    std::string choices;
    for (const ServiceSelection selection : all_service_selections) {
        if (word == name_of(selection)) return selection;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(selection));
    }
    throw Error(Kind::usage, say("{} is no filter of services", text::quoted(given)),
                say("one of: {}", choices), "filter");
}

namespace secure_zone {

namespace {

void only(ServicesWanted& wanted, std::vector<ServiceState> states) {
    if (wanted.states.empty()) {
        wanted.states = std::move(states);
        return;
    }
    std::erase_if(wanted.states, [&](ServiceState state) {
        return std::ranges::find(states, state) == states.end();
    });
    wanted.nothing = wanted.states.empty();
}

}  // namespace

void select(ServicesWanted& wanted, ServiceSelection selection) {
    switch (selection) {
        case ServiceSelection::to_validate:
            return only(wanted, {ServiceState::registered, ServiceState::confirmed_first,
                                 ServiceState::disputed});
        case ServiceSelection::awaiting_user: return only(wanted, {ServiceState::validated});
        case ServiceSelection::disputed: return only(wanted, {ServiceState::disputed});
        case ServiceSelection::cancelled: return only(wanted, {ServiceState::cancelled});
        case ServiceSelection::partially_allocated:
            return only(wanted, {ServiceState::partially_allocated});
        case ServiceSelection::refunded: return only(wanted, {ServiceState::refunded});
        case ServiceSelection::modified:
            wanted.modified = true;
            wanted.order = ServicesWanted::Order::id;
            return;
        case ServiceSelection::at_risk: wanted.at_risk = true; [[fallthrough]];
        case ServiceSelection::not_issued: wanted.order = ServicesWanted::Order::hand_in; return;
    }
}

}  // namespace secure_zone

}  // namespace dcadmin
