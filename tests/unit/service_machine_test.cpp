// SPDX-License-Identifier: Apache-2.0
// What can happen to a service in each state, against a table written apart.
#include "secure_zone/services/machine.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

namespace {

struct Expected {
    std::string_view state;
    std::string_view cells;  // one event a letter, in the order of the enumeration; '-' is refused
};

// r registered, v validated, f confirmed-first, d disputed, c confirmed, w waiting, p partially
// allocated, a allocated, i issued, $ refunded, x cancelled, o outside.
constexpr auto expected = std::to_array<Expected>({
    //                       validate, its silence, modify, cancel, confirm, its silence, dispute,
    //                       no voucher, some, all, too old, issue, refund
    {"registered", "vvvxf--------"},
    {"validated", "--vxccd------"},
    {"confirmed-first", "cc-----------"},
    {"disputed", "v-vx---------"},
    {"confirmed", "-------wpa---"},
    {"waiting", "--------pao--"},
    {"partially-allocated", "--------pao--"},
    {"allocated", "-----------i-"},
    {"issued", "------------$"},
    {"refunded", "-------------"},
    {"cancelled", "-------------"},
    {"outside", "-------------"},
});

char letter_of(ServiceState state) {
    constexpr std::string_view letters = "rvfdcwpai$xo";
    return letters[static_cast<std::size_t>(state)];
}

}  // namespace

TEST_CASE("every event in every state of a service leads where the table says, or nowhere") {
    REQUIRE(expected.size() == all_service_states.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const ServiceState state = all_service_states[i];
        CHECK(name_of(state) == expected[i].state);
        std::string cells;
        for (const ServiceEvent event : all_service_events) {
            const auto next = after(state, event);
            cells.push_back(next ? letter_of(*next) : '-');
        }
        CAPTURE(expected[i].state);
        CHECK(cells == expected[i].cells);
    }
}

TEST_CASE("whatever is refused has a reason") {
    for (const ServiceState state : all_service_states) {
        for (const ServiceEvent event : all_service_events) {
            if (after(state, event)) continue;
            CAPTURE(name_of(state));
            CAPTURE(name_of(event));
            CHECK_FALSE(why_not(state, event).empty());
        }
    }
    CHECK(why_not(ServiceState::cancelled, ServiceEvent::confirm) == "it was cancelled");
    CHECK(why_not(ServiceState::registered, ServiceEvent::dispute) ==
          "the company has not validated it");
    CHECK(why_not(ServiceState::allocated, ServiceEvent::cancel) == "both parties confirmed it");
}

TEST_CASE("each step is in the table once") {
    for (std::size_t i = 0; i < service_transitions.size(); ++i) {
        for (std::size_t j = i + 1; j < service_transitions.size(); ++j) {
            const bool same = service_transitions[i].from == service_transitions[j].from &&
                              service_transitions[i].event == service_transitions[j].event;
            CHECK_FALSE(same);
        }
    }
}

TEST_CASE("states are read back from their words") {
    for (const ServiceState state : all_service_states) {
        CHECK(parse_service_state(name_of(state)) == state);
    }
    CHECK(parse_service_state(" Partially-Allocated ") == ServiceState::partially_allocated);
    CHECK_THROWS(static_cast<void>(parse_service_state("paid")));
}

}  // namespace dcadmin::secure_zone
