// SPDX-License-Identifier: Apache-2.0
// An electronic service (elektronische prestatie): a worker worked some whole hours for a customer.
// The company validates it, the customer confirms it, vouchers are allocated to it, handed in and
// paid. What a service can be, and what can happen to it, are the states and events of one table
// (secure_zone.md, section 10.1).
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

enum class ServiceState : std::uint8_t {
    registered,
    validated,            // by the company; the customer's turn
    confirmed_first,      // by the customer, before the company
    disputed,             // by the customer
    confirmed,            // by both
    waiting,              // for vouchers: the customer has none
    partially_allocated,  // vouchers for some of its hours
    allocated,            // for all
    issued,               // all handed in
    refunded,             // all paid
    cancelled,
    outside  // to be paid without vouchers, what is not allocated (Te betalen buiten
             // dienstencheques)
};
inline constexpr std::array all_service_states{ServiceState::registered,
                                               ServiceState::validated,
                                               ServiceState::confirmed_first,
                                               ServiceState::disputed,
                                               ServiceState::confirmed,
                                               ServiceState::waiting,
                                               ServiceState::partially_allocated,
                                               ServiceState::allocated,
                                               ServiceState::issued,
                                               ServiceState::refunded,
                                               ServiceState::cancelled,
                                               ServiceState::outside};

enum class ServiceEvent : std::uint8_t {
    validate,
    validation_ran_out,  // the company said nothing until the last day of its term
    modify,
    cancel,
    confirm,
    confirmation_ran_out,  // the customer said nothing
    dispute,
    find_no_voucher,
    allocate_some,
    allocate_all,
    grow_too_old,  // no voucher that can still be ordered may pay it
    issue,
    refund
};
inline constexpr std::array all_service_events{
    ServiceEvent::validate,      ServiceEvent::validation_ran_out,
    ServiceEvent::modify,        ServiceEvent::cancel,
    ServiceEvent::confirm,       ServiceEvent::confirmation_ran_out,
    ServiceEvent::dispute,       ServiceEvent::find_no_voucher,
    ServiceEvent::allocate_some, ServiceEvent::allocate_all,
    ServiceEvent::grow_too_old,  ServiceEvent::issue,
    ServiceEvent::refund};

/// Spelled as above, '-' for '_'. Reading takes any case; refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(ServiceState state);
[[nodiscard]] DCADMIN_API ServiceState parse_service_state(std::string_view text);
[[nodiscard]] DCADMIN_API std::string_view name_of(ServiceEvent event);
/// The states in which that can happen to a service.
[[nodiscard]] DCADMIN_API std::vector<ServiceState> states_before(ServiceEvent event);

struct Service {
    ServiceId id;
    std::string work_id;
    EnterpriseNumber org;
    AffiliationNumber worker;
    std::string worker_name;
    CustomerNumber customer;
    std::string customer_name;
    Region region = Region::flanders;
    Date day;
    int hours = 1;
    Activity activity = Activity::household;
    EnteredBy entered_by = EnteredBy::worker;
    ServiceState state = ServiceState::registered;
    std::optional<Date> due;  // the last day of the term that runs out by itself
    int allocated = 0;        // of the hours
    int issued = 0;
    int paid = 0;
    std::optional<Date> hand_in_until;  // of its vouchers that were not handed in, the first
    bool at_risk = false;               // that day is near
};

}  // namespace dcadmin
