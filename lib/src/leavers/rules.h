// SPDX-License-Identifier: Apache-2.0
// When a person may leave and be erased: pure functions that answer what is wrong.
#pragma once

#include <dcadmin/leavers.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::leavers {

/// A last day that has passed, of somebody who still holds something after it.
[[nodiscard]] std::optional<Error> leave_problem(const LeaveRequest& request, Date today);

/// Nobody would administer the organisation any more.
[[nodiscard]] Error last_administrator(PersonId person, EnterpriseNumber org);

/// What an erasure is judged by.
struct ErasureFacts {
    PersonId person;
    std::int64_t active = 0;       // relations and offices that have not ended
    std::int64_t contact_for = 0;  // companies that turn to him
    std::int64_t worker_for = 0;   // companies whose active worker he is
    std::int64_t customer_of = 0;  // companies whose customer he is, or owes an answer
    std::int64_t pickups_for = 0;  // recurring ones of which he is the contact
    std::int64_t waiting = 0;      // requests that nobody answered
    std::optional<Date> last_day;  // of anything that he held
    Term retention;
    bool force = false;
};
/// The first day on which nothing has to be kept any more.
[[nodiscard]] Date free_from(Date last_day, Term retention);
/// Something that lasts or waits; within the term of retention, unless forced (access.md, U24).
[[nodiscard]] std::optional<Error> erasure_problem(const ErasureFacts& facts, Date today);
/// A reason, trimmed; usage when there is none.
[[nodiscard]] std::string required_reason(const std::string& reason, std::string_view missing);

}  // namespace dcadmin::leavers
