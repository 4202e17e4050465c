// SPDX-License-Identifier: Apache-2.0
// Every state of an issuance against every event: what follows, or why it cannot be.
#include "secure_zone/issuances/machine.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

namespace dcadmin::test {

namespace {

using State = IssuanceState;
using Event = secure_zone::IssuanceEvent;

// The sheet once more (secure_zone.md, section 10.3), written without looking at the table.
const std::map<std::pair<State, Event>, State>& expected() {
    static const std::map<std::pair<State, Event>, State> all{
        {{State::draft, Event::submit}, State::submitted},
        {{State::draft, Event::cancel}, State::cancelled},
        {{State::submitted, Event::receive}, State::received},
        {{State::received, Event::control}, State::in_control},
        {{State::in_control, Event::find_to_correct}, State::partly_to_correct},
        {{State::in_control, Event::pass}, State::payable},
        {{State::in_control, Event::block}, State::blocked},
        {{State::partly_to_correct, Event::pass}, State::payable},
        {{State::partly_to_correct, Event::block}, State::blocked},
        {{State::payable, Event::block}, State::blocked},
        {{State::blocked, Event::release}, State::payable},
        {{State::payable, Event::pay}, State::paid},
        {{State::paid, Event::close}, State::closed},
    };
    return all;
}

}  // namespace

TEST_CASE("every state of an issuance allows its events and refuses all others with a reason") {
    std::size_t allowed = 0;
    for (const State state : all_issuance_states) {
        for (const Event event : secure_zone::all_issuance_events) {
            const auto found = expected().find({state, event});
            const auto next = secure_zone::after(state, event);
            CAPTURE(name_of(state));
            CAPTURE(secure_zone::name_of(event));
            if (found == expected().end()) {
                CHECK_FALSE(next.has_value());
                CHECK_FALSE(secure_zone::why_not(state, event).empty());
            } else {
                REQUIRE(next.has_value());
                CHECK(*next == found->second);
                ++allowed;
            }
        }
    }
    CHECK(allowed == secure_zone::issuance_transitions.size());
}

TEST_CASE("states of issuances are words that are read back") {
    for (const State state : all_issuance_states)
        CHECK(parse_issuance_state(name_of(state)) == state);
    CHECK(parse_issuance_state(" Partly-To-Correct ") == State::partly_to_correct);
    CHECK_THROWS(static_cast<void>(parse_issuance_state("weg")));
}

TEST_CASE("what is closed, cancelled or empty stays so, and says why") {
    for (const Event event : secure_zone::all_issuance_events) {
        CHECK(secure_zone::why_not(State::closed, event) == "it is paid and closed");
        CHECK(secure_zone::why_not(State::cancelled, event) == "it was cancelled");
        CHECK(secure_zone::why_not(State::empty, event) == "there is nothing in it");
    }
    CHECK(secure_zone::why_not(State::submitted, Event::cancel) == "it was submitted");
    CHECK(secure_zone::why_not(State::submitted, Event::pay) == "it was not received yet");
    CHECK(secure_zone::why_not(State::payable, Event::release) == "it is not blocked");
}

}  // namespace dcadmin::test
