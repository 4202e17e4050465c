// SPDX-License-Identifier: Apache-2.0
#include "reviews/rules.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <array>

namespace dcadmin::reviews {

namespace {

using designation::Office;

// Who is asked first; none for one who is never asked.
std::optional<int> turn_of(const Office& office, std::int64_t context_id) {
    if (office.role == "chief") return 2;
    if (office.role == "cochief") return 3;
    if (office.context_id == 0) return 4;
    if (office.context_id == context_id) return 1;
    return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> reviewer_for(std::span<const Office> offices, std::int64_t context_id,
                                         std::int64_t holder) {
    std::optional<std::int64_t> best;
    int best_turn = 0;
    for (const Office& office : offices) {
        const auto turn = turn_of(office, context_id);
        if (!turn) continue;
        constexpr int after_all_others = 10;
        const int rank = *turn + (office.person_id == holder ? after_all_others : 0);
        if (best && best_turn <= rank) continue;
        best = office.person_id;
        best_turn = rank;
    }
    return best;
}

bool may_answer(std::span<const Office> offices, std::int64_t person, std::int64_t context_id) {
    return std::ranges::any_of(offices, [&](const Office& office) {
        return office.person_id == person && turn_of(office, context_id).has_value();
    });
}

std::optional<Error> due_problem(Date due, Date today) {
    if (due > today) return std::nullopt;
    return Error(Kind::rule, say("{} does not lie in the future", due.formatted()),
                 "give those who review some weeks", "due");
}

std::optional<Error> problem_of(const ReviewAnswer& answer, DateRange period, Date today) {
    const Decision decision = answer.decision.value_or(Decision::keep);
    if (decision != Decision::keep && answer.reason.empty()) {
        return Error(Kind::usage, say("to {} wants a reason", name_of(decision)), "", "reason");
    }
    if (decision != Decision::shorten) {
        if (!answer.until) return std::nullopt;
        return Error(Kind::usage, say("a new end does not go with {}", name_of(decision)),
                     "to let it end earlier, say shorten", "new-until");
    }
    if (!answer.until) {
        return Error(Kind::usage, "to shorten wants a new end", "give its last day in new_until",
                     "new-until");
    }
    if (*answer.until < today) {
        return Error(
            Kind::rule,
            say("{} is past: access cannot be taken back in time", answer.until->formatted()),
            "to end it at once, say revoke", "new-until");
    }
    if (period.contains(*answer.until)) return std::nullopt;
    return Error(
        Kind::rule,
        say("{} does not lie within the grant, {}", answer.until->formatted(), period.formatted()),
        "to leave it as it is, say keep; to make it longer: dcadmin grant extend", "new-until");
}

}  // namespace dcadmin::reviews
