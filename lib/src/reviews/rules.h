// SPDX-License-Identifier: Apache-2.0
// The rules of recertification, as pure functions: who is asked about a grant, who may answer, and
// what an answer must say.
#pragma once

#include "designation/administrators.h"

#include <dcadmin/error.h>
#include <dcadmin/reviews.h>

#include <cstdint>
#include <optional>
#include <span>

namespace dcadmin::reviews {

/// Who answers for a grant with that context (0: none) to that person: a manager of the site; else
/// the chief; else a co-chief; else a manager of all sites. The holder himself only when there is
/// nobody else; none when nobody is in office.
[[nodiscard]] std::optional<std::int64_t> reviewer_for(std::span<const designation::Office> offices,
                                                       std::int64_t context_id,
                                                       std::int64_t holder);

/// Whether the person may answer instead of the reviewer: his office is not limited to other sites.
[[nodiscard]] bool may_answer(std::span<const designation::Office> offices, std::int64_t person,
                              std::int64_t context_id);

/// Refused with rule unless it lies in the future.
[[nodiscard]] std::optional<Error> due_problem(Date due, Date today);

/// What is wrong with an answer about a grant of that period: usage for what is missing or does not
/// belong, rule for an end that cannot be.
[[nodiscard]] std::optional<Error> problem_of(const ReviewAnswer& answer, DateRange period,
                                              Date today);

}  // namespace dcadmin::reviews
