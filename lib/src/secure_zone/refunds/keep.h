// SPDX-License-Identifier: Apache-2.0
// How refunds and blocks are kept: each change with its entry in the company's log.
#pragma once

#include "secure_zone/refunds/blocks_sql.h"
#include "secure_zone/refunds/refunds_sql.h"
#include "store/tx.h"

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

/// By the tariffs as they are now. What is in it is read, unless it was just `taken` and the tariffs
/// ask for nothing else.
[[nodiscard]] Price price_now(store::Tx& tx, const IssuanceRow& issuance,
                              const VouchersByDay* taken = nullptr);
[[nodiscard]] std::string image_of(const RefundRow& row);
[[nodiscard]] std::string image_of(const BlockRow& row);
void record_refund(store::Tx& tx, std::string_view verb, const IssuanceRow& issuance,
                   const RefundRow& row, const std::string& before, const std::string& reason);
/// A new one; its id is set.
void add_block(store::Tx& tx, BlockRow& row, const std::string& reason);
/// The event for each issuance that the block concerns and that is in that state.
void step_all(store::Tx& tx, const BlockRow& block, IssuanceState from, IssuanceEvent event,
              const std::string& reason);

}  // namespace dcadmin::secure_zone
