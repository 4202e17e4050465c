// SPDX-License-Identifier: Apache-2.0
// Statements about issuances and what is in them.
#pragma once

#include "access/require.h"
#include "secure_zone/issuances/find.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::secure_zone {

[[nodiscard]] std::int64_t insert_issuance(store::Db& db, const IssuanceRow& row,
                                           std::int64_t operation);
void update_issuance(store::Db& db, const IssuanceRow& row);

/// organisation_id of a filter, looked up; what is not in it is whatever.
std::uint64_t list_issuances(store::Db& db, const IssuanceFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, const Each<Issuance>& each);
[[nodiscard]] Issuance shown_issuance(store::Db& db, std::int64_t id);
std::uint64_t list_items(store::Db& db, std::int64_t issuance_id, const Page& page,
                         const access::Sight& sight, const Each<IssuanceItem>& each);
std::uint64_t list_expired(store::Db& db, const ExpiredFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           const std::string& today, const Each<IssuanceItem>& each);

}  // namespace dcadmin::secure_zone
