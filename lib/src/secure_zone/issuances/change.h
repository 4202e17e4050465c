// SPDX-License-Identifier: Apache-2.0
// An issuance as its row has it, and how a change of it is kept: through the table of what can
// happen, with an entry in the company's log. For this context and for refunds and paper.
#pragma once

#include "secure_zone/issuances/machine.h"
#include "store/tx.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

struct IssuanceRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    Region region = Region::flanders;
    std::string kind = "electronic";
    std::string mode = "manual";
    std::string period = {};
    std::string period_until = {};
    std::string month = {};
    std::string made_on = {};
    std::string received_on = {};
    IssuanceState state = IssuanceState::draft;
    std::int64_t services = 0;
    std::int64_t vouchers = 0;
    std::string items = {};  // digest of its allocations
};

/// How many of the vouchers in it are of services of each day.
using VouchersByDay = std::map<std::string, std::int64_t, std::less<>>;

/// not_found for one that is not there or of another company.
[[nodiscard]] IssuanceRow seen_issuance(store::Tx& tx, IssuanceId id);
[[nodiscard]] std::string image_of(const IssuanceRow& row);
/// rule, saying why, where the event cannot happen in its state.
void step(IssuanceRow& row, IssuanceEvent event);
/// A new one; its id is set. keep_issuance() is to follow.
void add_issuance(store::Tx& tx, IssuanceRow& row);
/// Writes what has changed of it; an entry with an empty image before is that of a new one.
void keep_issuance(store::Tx& tx, std::string_view verb, const IssuanceRow& row,
                   const std::string& before, const std::string& reason);

}  // namespace dcadmin::secure_zone
