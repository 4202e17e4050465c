// SPDX-License-Identifier: Apache-2.0
// From what to what a paper voucher goes (secure_zone.md, section 10.2), as one table: each state
// with each event either leads to a state or is refused with its reason.
#pragma once

#include <dcadmin/secure_zone/paper.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace dcadmin::secure_zone {

enum class PaperEvent {
    announce,
    bundle,
    free,  // its issuance is cancelled
    send,
    read,  // all that must be there was read
    lack,  // something must be corrected
    correct,
    run_out,  // the last day to correct it has passed
    accept,
    reject,
    pay,
    claim,
    win_claim,
    lose_claim,
    withdraw
};
inline constexpr std::array all_paper_events{
    PaperEvent::announce,  PaperEvent::bundle,     PaperEvent::free,    PaperEvent::send,
    PaperEvent::read,      PaperEvent::lack,       PaperEvent::correct, PaperEvent::run_out,
    PaperEvent::accept,    PaperEvent::reject,     PaperEvent::pay,     PaperEvent::claim,
    PaperEvent::win_claim, PaperEvent::lose_claim, PaperEvent::withdraw};

struct PaperStep {
    PaperState to = PaperState::received;
    std::string_view why = {};  // it may not; empty: it may
    [[nodiscard]] constexpr bool allowed() const { return why.empty(); }
};

namespace paper {

consteval PaperStep to(PaperState state) {
    return {state, {}};
}
consteval PaperStep no(std::string_view why) {
    return {PaperState::received, why};
}

inline constexpr PaperStep alone = no("it is in no issuance");
inline constexpr PaperStep taken = no("it is in an issuance already");
inline constexpr PaperStep gone = no("it has left the company");
inline constexpr PaperStep unsent = no("it has not left the company");
inline constexpr PaperStep unread = no("the issuer has not read it");
inline constexpr PaperStep done = no("the issuer has read it already");
inline constexpr PaperStep right = no("there is nothing to correct");
inline constexpr PaperStep first = no("it must be corrected first");
inline constexpr PaperStep again = no("it was corrected already");
inline constexpr PaperStep open = no("it was not accepted");
inline constexpr PaperStep good = no("it was accepted");
inline constexpr PaperStep lost = no("it is claimed as lost");
inline constexpr PaperStep held = no("it is not claimed as lost");
inline constexpr PaperStep paid = no("it is refunded");
inline constexpr PaperStep never = no("it was rejected for good");
inline constexpr PaperStep away = no("it was withdrawn");

inline constexpr PaperStep announced = to(PaperState::announced);
inline constexpr PaperStep bundled = to(PaperState::bundled);
inline constexpr PaperStep received = to(PaperState::received);
inline constexpr PaperStep sent = to(PaperState::sent);
inline constexpr PaperStep read_ok = to(PaperState::read_ok);
inline constexpr PaperStep wrong = to(PaperState::to_correct);
inline constexpr PaperStep corrected = to(PaperState::corrected);
inline constexpr PaperStep accepted = to(PaperState::accepted);
inline constexpr PaperStep refunded = to(PaperState::refunded);
inline constexpr PaperStep rejected = to(PaperState::rejected);
inline constexpr PaperStep claimed = to(PaperState::lost_claimed);
inline constexpr PaperStep withdrawn = to(PaperState::withdrawn);

using Row = std::array<PaperStep, all_paper_events.size()>;
consteval Row always(PaperStep step) {
    Row row{};
    row.fill(step);
    return row;
}

// clang-format off
inline constexpr std::array<Row, all_paper_states.size()> table{{
    // announce   bundle   free      send    read     lack    correct    run_out   accept    reject    pay       claim    win_claim lose_claim withdraw
    {{announced, bundled, alone,    alone,  unsent,  unsent, unread,    right,    unread,   unsent,   open,     unsent,  held,     held,      withdrawn}},  // received
    {{announced, bundled, alone,    alone,  unsent,  unsent, unread,    right,    unread,   unsent,   open,     unsent,  held,     held,      withdrawn}},  // announced
    {{taken,     taken,   received, sent,   unsent,  unsent, unread,    right,    unread,   unsent,   open,     unsent,  held,     held,      taken}},      // bundled
    {{gone,      taken,   gone,     gone,   read_ok, wrong,  unread,    right,    unread,   rejected, open,     claimed, held,     held,      gone}},       // sent
    {{gone,      taken,   gone,     gone,   done,    done,   right,     right,    accepted, rejected, open,     done,    held,     held,      gone}},       // read-ok
    {{gone,      taken,   gone,     gone,   done,    done,   corrected, rejected, first,    rejected, open,     done,    held,     held,      gone}},       // to-correct
    {{gone,      taken,   gone,     gone,   done,    done,   again,     again,    accepted, rejected, open,     done,    held,     held,      gone}},       // corrected
    {{gone,      taken,   gone,     gone,   done,    done,   right,     right,    good,     good,     refunded, done,    held,     held,      gone}},       // accepted
    always(paid),                                                                                                                                          // refunded
    always(never),                                                                                                                                         // rejected
    {{lost,      lost,    lost,     lost,   lost,    lost,   lost,      lost,     lost,     lost,     lost,     lost,    refunded, rejected,  lost}},       // lost-claimed
    always(away),                                                                                                                                          // withdrawn
}};
// clang-format on

}  // namespace paper

[[nodiscard]] constexpr const PaperStep& paper_step(PaperState from, PaperEvent event) {
    return paper::table[static_cast<std::size_t>(from)][static_cast<std::size_t>(event)];
}

}  // namespace dcadmin::secure_zone
