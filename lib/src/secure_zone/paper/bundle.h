// SPDX-License-Identifier: Apache-2.0
// What an issuance (afgifte) does to the paper vouchers of a company: it takes those of one region
// and performance month together, for each such pair has a slip of its own ([S31] of the sheet of
// the secure zone), sends them, lets them go again, and is paid for them. Every voucher that
// changes has its entry in the company's log. None of this asks for access: who makes, sends or
// pays the issuance has asked. slips.h makes whole issuances of it.
#pragma once

#include "store/tx.h"

#include <dcadmin/base/ids.h>
#include <dcadmin/base/month.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// A voucher that could not be taken along, and why: "its last day to be handed in was 31/10/2026".
struct PaperLeftOut {
    PaperVoucherId id;
    std::string number;
    std::string why;
};

struct PaperBundle {
    std::int64_t vouchers = 0;
    std::vector<PaperLeftOut> left_out;
};

/// Puts every voucher of that company, region and month that was received or announced into the
/// issuance: with a day of the service in that month, and not past the company's last day to hand
/// it in. Those past it, and those of which nobody knows it or their month, are left out and told.
/// rule when no sourced row says how long the company has.
PaperBundle bundle_vouchers(store::Tx& tx, std::int64_t organisation_id, Region region, Month month,
                            std::int64_t issuance_id);
/// The issuance is cancelled: its vouchers are as they were before it. How many.
std::int64_t free_vouchers(store::Tx& tx, std::int64_t issuance_id);
/// The issuance has left the company. How many.
std::int64_t send_vouchers(store::Tx& tx, std::int64_t issuance_id);

/// The vouchers of an issuance by what they have come to.
struct PaperCounts {
    std::int64_t bundled = 0;
    std::int64_t unread = 0;      // sent, and not yet read by the issuer
    std::int64_t to_correct = 0;  // wait for the company
    std::int64_t payable = 0;     // read, corrected or accepted
    std::int64_t claimed = 0;     // lost, and claimed on their left strip
    std::int64_t refunded = 0;
    std::int64_t rejected = 0;
};
[[nodiscard]] PaperCounts count_bundle(store::Db& db, std::int64_t issuance_id);

/// What the issuer pays for by now: the vouchers of an issuance that are payable or refunded, by the
/// day of the service ('' where nobody knows it).
struct PaperDay {
    std::string day;
    std::int64_t vouchers;
};
[[nodiscard]] std::vector<PaperDay> payable_days(store::Db& db, std::int64_t issuance_id);

/// One line of a slip.
struct PaperLine {
    PaperVoucherId id;
    std::string number;
    std::string day;
    std::string state;
};
/// By number; false ends it.
void list_bundle(store::Db& db, std::int64_t issuance_id,
                 const std::function<bool(const PaperLine&)>& each);

/// The issuer has paid the issuance: its payable vouchers are refunded, for a payment says that
/// they passed the controls. The others stay what they are. How many were refunded.
std::int64_t mark_refunded(store::Tx& tx, std::int64_t issuance_id);

}  // namespace dcadmin::secure_zone
