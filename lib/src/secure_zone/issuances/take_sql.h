// SPDX-License-Identifier: Apache-2.0
// What an issuance takes, and lets go again: set by set, for there may be a million.
#pragma once

#include "secure_zone/issuances/change.h"
#include "store/db.h"

#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// Which of the vouchers that wait are wanted.
struct Wanted {
    std::string today;  // none past their last day
    std::optional<std::string> allocated_until = {};
    std::optional<std::string> hand_in_until = {};  // whose last day is not later
    std::vector<std::int64_t> services = {};        // of these alone; empty: of all
};

/// Puts them into the issuance, whose id is set, and tells their services and the row so. Answers
/// how many vouchers are of services of each day.
VouchersByDay take(store::Db& db, IssuanceRow& row, const Wanted& wanted);
/// What is in it waits again.
void let_go(store::Db& db, IssuanceRow& row);
/// How many of its vouchers were to be handed in before that day.
[[nodiscard]] std::int64_t past_their_day(store::Db& db, std::int64_t issuance_id,
                                          const std::string& today);

struct Waiting {
    std::int64_t services = 0;
    std::int64_t vouchers = 0;
};
/// Vouchers that wait and are past their last day.
[[nodiscard]] Waiting expired(store::Db& db, std::int64_t organisation_id, Region region,
                              const std::string& today);

struct NamedService {
    std::int64_t organisation_id = 0;
    Region region = Region::flanders;
    std::int64_t context_id = 0;
    std::string state;
    std::string waits_until;  // the last of the last days of vouchers that wait; empty: none do
    std::int64_t issuance_id = 0;  // the last that has vouchers of it; 0: none
};
[[nodiscard]] std::optional<NamedService> find_named(store::Db& db, std::int64_t service_id);

}  // namespace dcadmin::secure_zone
