// SPDX-License-Identifier: Apache-2.0
// Paper issuances: one slip (afgifteborderel) for the vouchers of a company, region and month of
// services. It is made of what waits, leaves the company when it is submitted, is received by the
// issuer, and is paid once each voucher in it was read, and corrected where that was needed. The
// operations on issuances call this for those of kind paper; what is read calls settle_slips().
#pragma once

#include "secure_zone/paper/bundle.h"
#include "store/tx.h"

#include <dcadmin/base/month.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <set>
#include <string>

namespace dcadmin::secure_zone {

struct IssuanceRow;

struct NewSlip {
    std::int64_t organisation_id;
    Region region;
    Month month;
    bool draft = false;
    std::string reason = {};
};
struct Slip {
    std::int64_t issuance_id = 0;
    PaperBundle bundle;
};
/// A draft, or submitted at once. rule when no voucher waits that can still be handed in.
[[nodiscard]] Slip make_slip(store::Tx& tx, const NewSlip& request);
/// What submitting, cancelling and receiving an issuance of kind paper does to its vouchers and its
/// refund; the row's own step is the caller's, who keeps it too. submit: rule when a voucher is
/// past its last day by now.
void submit_slip(store::Tx& tx, IssuanceRow& row);
void cancel_slip(store::Tx& tx, IssuanceRow& row);
void receive_slip(store::Tx& tx, IssuanceRow& row);
/// After readings, corrections or the end of terms: takes each of these issuances as far as its
/// vouchers let it: in control, partly to be corrected, and payable or blocked with its refund.
void settle_slips(store::Tx& tx, const std::set<std::int64_t>& issuances);

}  // namespace dcadmin::secure_zone
