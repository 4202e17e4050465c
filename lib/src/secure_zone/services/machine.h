// SPDX-License-Identifier: Apache-2.0
// What can happen to a service: one table of state, event and the state that follows. Whatever is
// not in it is refused, with the reason that why_not tells. Nothing else decides; guards (terms,
// region, comments) are asked before the table by who fires the event.
#pragma once

#include <dcadmin/secure_zone/service.h>

#include <array>
#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

struct ServiceTransition {
    ServiceState from;
    ServiceEvent event;
    ServiceState to;
};

inline constexpr std::array service_transitions = std::to_array<ServiceTransition>({
    {ServiceState::registered, ServiceEvent::validate, ServiceState::validated},
    {ServiceState::registered, ServiceEvent::validation_ran_out, ServiceState::validated},
    {ServiceState::registered, ServiceEvent::modify, ServiceState::validated},
    {ServiceState::registered, ServiceEvent::cancel, ServiceState::cancelled},
    {ServiceState::registered, ServiceEvent::confirm, ServiceState::confirmed_first},
    {ServiceState::validated, ServiceEvent::modify, ServiceState::validated},
    {ServiceState::validated, ServiceEvent::cancel, ServiceState::cancelled},
    {ServiceState::validated, ServiceEvent::confirm, ServiceState::confirmed},
    {ServiceState::validated, ServiceEvent::confirmation_ran_out, ServiceState::confirmed},
    {ServiceState::validated, ServiceEvent::dispute, ServiceState::disputed},
    {ServiceState::confirmed_first, ServiceEvent::validate, ServiceState::confirmed},
    {ServiceState::confirmed_first, ServiceEvent::validation_ran_out, ServiceState::confirmed},
    {ServiceState::disputed, ServiceEvent::validate, ServiceState::validated},
    {ServiceState::disputed, ServiceEvent::modify, ServiceState::validated},
    {ServiceState::disputed, ServiceEvent::cancel, ServiceState::cancelled},
    {ServiceState::confirmed, ServiceEvent::find_no_voucher, ServiceState::waiting},
    {ServiceState::confirmed, ServiceEvent::allocate_some, ServiceState::partially_allocated},
    {ServiceState::confirmed, ServiceEvent::allocate_all, ServiceState::allocated},
    {ServiceState::waiting, ServiceEvent::allocate_some, ServiceState::partially_allocated},
    {ServiceState::waiting, ServiceEvent::allocate_all, ServiceState::allocated},
    {ServiceState::waiting, ServiceEvent::grow_too_old, ServiceState::outside},
    {ServiceState::partially_allocated, ServiceEvent::allocate_some,
     ServiceState::partially_allocated},
    {ServiceState::partially_allocated, ServiceEvent::allocate_all, ServiceState::allocated},
    {ServiceState::partially_allocated, ServiceEvent::grow_too_old, ServiceState::outside},
    {ServiceState::allocated, ServiceEvent::issue, ServiceState::issued},
    {ServiceState::issued, ServiceEvent::refund, ServiceState::refunded},
});

/// The state that follows; none where the event cannot happen.
[[nodiscard]] constexpr std::optional<ServiceState> after(ServiceState from, ServiceEvent event) {
    for (const ServiceTransition& one : service_transitions) {
        if (one.from == from && one.event == event) return one.to;
    }
    return std::nullopt;
}

/// Why an event that is in no row of the table cannot happen in that state: "it was cancelled".
[[nodiscard]] std::string_view why_not(ServiceState from, ServiceEvent event);

}  // namespace dcadmin::secure_zone
