// SPDX-License-Identifier: Apache-2.0
// How an issuance comes to be, by hand or by its schedule.
#pragma once

#include "secure_zone/issuances/take_sql.h"
#include "store/tx.h"

#include <cstdint>
#include <string>

namespace dcadmin::secure_zone {

struct Making {
    IssuanceRow row;  // whose it is, of which region and period
    Wanted wanted;
    bool draft = false;
    std::string reason = {};
};

/// rule where the region does not accredit the company today.
void require_accredited(store::Tx& tx, std::int64_t organisation_id, Region region);
/// rule where nothing waits, unless it is automatic: then it is recorded as empty.
[[nodiscard]] IssuanceRow make_issuance(store::Tx& tx, const Making& making);
/// It leaves the company; electronically it is received with that. Where what is in it was just
/// taken, by day, it is not read again.
void submit_issuance(store::Tx& tx, IssuanceRow& row, const VouchersByDay* taken = nullptr);

}  // namespace dcadmin::secure_zone
