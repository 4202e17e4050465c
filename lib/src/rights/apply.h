// SPDX-License-Identifier: Apache-2.0
// Granting within a transaction that is running already: for this context, and for those above it
// that come to a grant by another way, such as a request that was accepted.
#pragma once

#include "bulk/run.h"
#include "rights/changed.h"

#include <dcadmin/rights.h>

#include <cstdint>
#include <vector>

namespace dcadmin::rights {

/// The reason in the log of a grant to who acts himself.
inline constexpr std::string_view granted_to_himself = "granted to himself";
/// rule when he who acts would grant a right to himself and the policy self_grant refuses that.
void require_other(store::Tx& tx, std::int64_t person_id);

/// As Rights::grant.
[[nodiscard]] Changed apply_grant(bulk::Work& work, const NewGrant& request);
/// The grants that would answer the request `unchanged`; none when one would be made. Writes
/// nothing; throws what would refuse it.
[[nodiscard]] std::vector<std::int64_t> find_there(store::Tx& tx, const NewGrant& request);

}  // namespace dcadmin::rights
