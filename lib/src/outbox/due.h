// SPDX-License-Identifier: Apache-2.0
// Notices as due work: how long a claim of some lasts, and how one that was done waits again.
#pragma once

#include "store/claim.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace dcadmin::outbox {

/// Whoever sends stops in time: see sender.cpp.
constexpr store::DueWork due_notices{
    .table = "notice", .lease = std::chrono::minutes(10), .group = "person_id"};

/// The same of those to customers.
constexpr store::DueWork due_customer_notices{
    .table = "customer_notice", .lease = due_notices.lease, .group = "customer_id"};

/// Lets a notice that was sent or has failed wait again, in the caller's transaction; false for one
/// that waits. not_found; rule: the person is erased.
bool wait_again(store::Tx& tx, std::int64_t id);
/// Those that have failed and whose person is still there.
[[nodiscard]] std::vector<std::int64_t> all_failed(store::Tx& tx);
/// Lets those to customers that have failed wait again, where the customer has an address.
[[nodiscard]] std::vector<std::int64_t> customers_wait_again(store::Tx& tx);

}  // namespace dcadmin::outbox
