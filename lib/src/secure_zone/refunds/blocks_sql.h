// SPDX-License-Identifier: Apache-2.0
// Statements about blocks.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/refunds.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct BlockRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    Region region = Region::flanders;
    std::int64_t issuance_id = 0;  // 0: all of the region
    BlockCause cause = BlockCause::other;
    std::string since = {};
    std::string released_at = {};
};

/// The newest of that company, region, issuance and cause, whether it holds or not.
[[nodiscard]] std::optional<BlockRow> find_block(store::Db& db, const BlockRow& like);
[[nodiscard]] std::int64_t insert_block(store::Db& db, const BlockRow& row, std::int64_t operation);
void release_block(store::Db& db, std::int64_t id, std::string_view now);
/// Whether a block that holds concerns the issuance.
[[nodiscard]] bool is_blocked(store::Db& db, std::int64_t organisation_id, Region region,
                              std::int64_t issuance_id);
/// Whether the issuer has received another issuance of the company in that region since its
/// accreditation there began.
[[nodiscard]] bool handed_in_before(store::Db& db, std::int64_t organisation_id, Region region,
                                    std::int64_t issuance_id);
/// Since when the region accredits it; empty when it does not.
[[nodiscard]] std::string accredited_since(store::Db& db, std::int64_t organisation_id,
                                           Region region);
/// Issuances that a block concerns and that are in that state.
[[nodiscard]] std::vector<std::int64_t> issuances_under(store::Db& db, const BlockRow& block,
                                                        IssuanceState state);

std::uint64_t list_blocks(store::Db& db, const BlockFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          const Each<Block>& each);
[[nodiscard]] Block shown_block(store::Db& db, std::int64_t id);
std::uint64_t list_blocked(store::Db& db, const BlockFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           const Each<BlockedIssuance>& each);

}  // namespace dcadmin::secure_zone
