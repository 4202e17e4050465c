// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/slips.h"

#include "audit/issuance_images.h"
#include "secure_zone/issuances/change.h"
#include "secure_zone/issuances/find.h"
#include "secure_zone/paper/paper_sql.h"
#include "secure_zone/refunds/open.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

namespace {

Error nothing_waits(const NewSlip& request, const PaperBundle& bundle) {
    const std::string what = say("no paper voucher of {} and {} waits to be handed in",
                                 name_of(request.region), request.month.text());
    if (bundle.left_out.empty()) {
        return {Kind::rule, what, "see what is there: dcadmin paper list --state received",
                "month"};
    }
    const PaperLeftOut& first = bundle.left_out.front();
    const auto count = bundle.left_out.size();
    return {Kind::rule,
            count == 1
                ? say("{}; 1 is left out, {}: {}", what, first.id.text(), first.why)
                : say("{}; {} are left out, {}: {}", what, count, first.id.text(), first.why),
            "see what is there: dcadmin paper list --state received", "month"};
}

// As far as its vouchers let it go. The issuer has what he reads of, and has it in control.
void take_further(store::Tx& tx, IssuanceRow& row) {
    const PaperCounts counts = count_bundle(tx.db(), row.id);
    if (counts.to_correct + counts.payable + counts.refunded + counts.rejected == 0) return;
    if (row.state == IssuanceState::submitted) {
        row.received_on = tx.today().iso();
        step(row, IssuanceEvent::receive);
        receive_slip(tx, row);
    }
    if (row.state == IssuanceState::received) step(row, IssuanceEvent::control);
    if (row.state == IssuanceState::in_control && counts.to_correct > 0) {
        step(row, IssuanceEvent::find_to_correct);
    }
    const bool controlled =
        row.state == IssuanceState::in_control || row.state == IssuanceState::partly_to_correct;
    if (!controlled || counts.unread > 0 || counts.to_correct > 0) return;
    price_refund(tx, row);
    pass_or_block(tx, row);
}

}  // namespace

Slip make_slip(store::Tx& tx, const NewSlip& request) {
    IssuanceRow row{.organisation_id = request.organisation_id,
                    .region = request.region,
                    .kind = "paper",
                    .month = request.month.text(),
                    .made_on = tx.today().iso(),
                    .items = audit::IssuanceItems().text()};  // of allocations it has none
    add_issuance(tx, row);
    Slip slip{.issuance_id = row.id,
              .bundle = bundle_vouchers(tx, request.organisation_id, request.region, request.month,
                                        row.id)};
    row.vouchers = slip.bundle.vouchers;
    if (row.vouchers == 0) throw nothing_waits(request, slip.bundle);
    if (!request.draft) {
        step(row, IssuanceEvent::submit);
        submit_slip(tx, row);
    }
    keep_issuance(tx, "create", row, {}, request.reason);
    return slip;
}

void submit_slip(store::Tx& tx, IssuanceRow& row) {
    const std::int64_t late = papers_late(tx.db(), row.id, tx.today().iso());
    if (late > 0) {
        const std::string id = IssuanceId::from_stored(row.id).text();
        throw Error(Kind::rule,
                    late == 1 ? say("1 voucher is in {} past the last day to hand in", id)
                              : say("{} vouchers are in {} past the last day to hand in", late, id),
                    say("make another of what waits: dcadmin issuance cancel {}, then "
                        "create",
                        id),
                    "id");
    }
    send_vouchers(tx, row.id);
}

void cancel_slip(store::Tx& tx, IssuanceRow& row) {
    free_vouchers(tx, row.id);
    row.vouchers = 0;
}

void receive_slip(store::Tx& tx, IssuanceRow& row) {
    begin_refund(tx, row);
}

void settle_slips(store::Tx& tx, const std::set<std::int64_t>& issuances) {
    for (const std::int64_t id : issuances) {
        auto row = find_issuance(tx.db(), id);
        if (!row || row->kind != "paper") continue;
        const std::string before = image_of(*row);
        take_further(tx, *row);
        if (image_of(*row) != before) keep_issuance(tx, "control", *row, before, {});
    }
}

}  // namespace dcadmin::secure_zone
