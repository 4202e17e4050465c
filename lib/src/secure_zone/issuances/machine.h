// SPDX-License-Identifier: Apache-2.0
// What can happen to an issuance: one table of state, event and the state that follows. Whatever is
// not in it is refused, with the reason that why_not tells. Nothing else decides.
#pragma once

#include <dcadmin/secure_zone/issuances.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

enum class IssuanceEvent : std::uint8_t {
    submit,
    cancel,
    receive,
    control,
    find_to_correct,  // paper: something is not filled in or cannot be read
    pass,             // the controls
    block,
    release,
    pay,
    close
};
inline constexpr std::array all_issuance_events{
    IssuanceEvent::submit,  IssuanceEvent::cancel,          IssuanceEvent::receive,
    IssuanceEvent::control, IssuanceEvent::find_to_correct, IssuanceEvent::pass,
    IssuanceEvent::block,   IssuanceEvent::release,         IssuanceEvent::pay,
    IssuanceEvent::close};
[[nodiscard]] std::string_view name_of(IssuanceEvent event);

struct IssuanceTransition {
    IssuanceState from;
    IssuanceEvent event;
    IssuanceState to;
};

inline constexpr std::array issuance_transitions = std::to_array<IssuanceTransition>({
    {IssuanceState::draft, IssuanceEvent::submit, IssuanceState::submitted},
    {IssuanceState::draft, IssuanceEvent::cancel, IssuanceState::cancelled},
    {IssuanceState::submitted, IssuanceEvent::receive, IssuanceState::received},
    {IssuanceState::received, IssuanceEvent::control, IssuanceState::in_control},
    {IssuanceState::in_control, IssuanceEvent::find_to_correct, IssuanceState::partly_to_correct},
    {IssuanceState::in_control, IssuanceEvent::pass, IssuanceState::payable},
    {IssuanceState::in_control, IssuanceEvent::block, IssuanceState::blocked},
    {IssuanceState::partly_to_correct, IssuanceEvent::pass, IssuanceState::payable},
    {IssuanceState::partly_to_correct, IssuanceEvent::block, IssuanceState::blocked},
    {IssuanceState::payable, IssuanceEvent::block, IssuanceState::blocked},
    {IssuanceState::payable, IssuanceEvent::pay, IssuanceState::paid},
    {IssuanceState::blocked, IssuanceEvent::release, IssuanceState::payable},
    {IssuanceState::paid, IssuanceEvent::close, IssuanceState::closed},
});

/// The state that follows; none where the event cannot happen.
[[nodiscard]] constexpr std::optional<IssuanceState> after(IssuanceState from,
                                                           IssuanceEvent event) {
    for (const IssuanceTransition& one : issuance_transitions) {
        if (one.from == from && one.event == event) return one.to;
    }
    return std::nullopt;
}

/// Why an event that is in no row of the table cannot happen in that state: "it was cancelled".
[[nodiscard]] std::string_view why_not(IssuanceState from, IssuanceEvent event);

}  // namespace dcadmin::secure_zone
