// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/reviews.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <array>

namespace dcadmin {

namespace {

struct DecisionWord {
    Decision decision;
    std::string_view english;
    std::string_view dutch;
};

constexpr std::array decisions{DecisionWord{Decision::keep, "keep", "behouden"},
                               DecisionWord{Decision::revoke, "revoke", "herroepen"},
                               DecisionWord{Decision::shorten, "shorten", "inkorten"}};

}  // namespace

std::string_view name_of(ReviewState state) {
    switch (state) {
        case ReviewState::open: return "open";
        case ReviewState::closed: return "closed";
    }
    return "open";
}

ReviewState parse_review_state(std::string_view text) {
    for (const auto state : {ReviewState::open, ReviewState::closed}) {
        if (text == name_of(state)) return state;
    }
    throw Error(Kind::usage, say("{} is not a state of a review", text::quoted(text)),
                "one of: open, closed", "state");
}

std::string_view name_of(Decision decision) {
    return decisions.at(static_cast<std::size_t>(decision)).english;
}

Decision parse_decision(std::string_view text) {
    const std::string word = text::ascii_lower(text::trimmed(text));
    for (const DecisionWord& one : decisions) {
        if (word == one.english || word == one.dutch) return one.decision;
    }
    throw Error(Kind::usage, say("{} is not a decision", text::quoted(text)),
                "one of: keep, revoke, shorten", "decision");
}

}  // namespace dcadmin
