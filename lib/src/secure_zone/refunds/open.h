// SPDX-License-Identifier: Apache-2.0
// What follows when the issuer has received an issuance: its refund, and whether something keeps it
// from being paid.
#pragma once

#include "secure_zone/issuances/change.h"
#include "store/tx.h"

namespace dcadmin::secure_zone {

/// An electronic one goes through the controls at once, gets its refund, and is payable or blocked.
/// The row is for the caller to keep, here and below. `taken`: what is in it, where that is known.
void open_refund(store::Tx& tx, IssuanceRow& row, const VouchersByDay* taken = nullptr);
/// What is to be paid for one that was received, by the tariffs as they are now; of paper for what
/// is payable by now.
void begin_refund(store::Tx& tx, const IssuanceRow& row, const VouchersByDay* taken = nullptr);
/// The same anew. Whether it came to something else.
bool price_refund(store::Tx& tx, const IssuanceRow& row);
/// One that is in control passes, or is blocked: by the company's first issuance in the region, or
/// by what holds already.
void pass_or_block(store::Tx& tx, IssuanceRow& row);

}  // namespace dcadmin::secure_zone
