// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/on_paper.h"

#include "organisations/find.h"
#include "secure_zone/issuances/issuances_sql.h"
#include "secure_zone/issuances/make.h"
#include "secure_zone/paper/slips.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

namespace {

void require_paper_alone(const NewIssuance& request) {
    if (request.services.empty() && !request.at_risk) return;
    throw Error(Kind::usage, "services and what is at risk are of electronic vouchers",
                "leave them out, or the month", "month");
}

std::string told_left_out(const PaperBundle& bundle) {
    if (bundle.left_out.empty()) return {};
    const PaperLeftOut& first = bundle.left_out.front();
    const auto count = bundle.left_out.size();
    return count == 1 ? say("1 voucher is not in it, {}: {}", first.id.text(), first.why)
                      : say("{} vouchers are not in it, {}: {}", count, first.id.text(), first.why);
}

Date day_of_receipt(store::Tx& tx, const IssuanceReceipt& request, const IssuanceRow& row) {
    const Date on = request.on.value_or(tx.today());
    if (on <= tx.today() && on.iso() >= row.made_on) return on;
    throw Error(
        Kind::rule, say("{} cannot have been received on {}", request.id.text(), on.formatted()),
        say("from {}, when it was made, until today", Date::parse(row.made_on).formatted()), "on");
}

}  // namespace

Written<Issuance> apply_create_on_paper(bulk::Work& work, const NewIssuance& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    require_paper_alone(request);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    access::require(tx, access::Operation::issuances, {.organisation = organisation});
    require_accredited(tx, organisation, request.region);
    const Slip slip = make_slip(tx, {.organisation_id = organisation,
                                     .region = request.region,
                                     .month = *request.month,
                                     .draft = request.draft,
                                     .reason = request.reason});
    return {.changed = true,
            .item = shown_issuance(tx.db(), slip.issuance_id),
            .remark = told_left_out(slip.bundle)};
}

Written<Issuance> apply_receive(bulk::Work& work, const IssuanceReceipt& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    IssuanceRow row = seen_issuance(tx, request.id);
    access::require(tx, access::Operation::paper_results, {.organisation = row.organisation_id});
    const bool done =
        !row.received_on.empty() && (!request.on || request.on->iso() == row.received_on);
    if (!done) {
        const std::string before = image_of(row);
        step(row, IssuanceEvent::receive);
        row.received_on = day_of_receipt(tx, request, row).iso();
        receive_slip(tx, row);
        keep_issuance(tx, "receive", row, before, request.reason);
    }
    return {.changed = !done, .item = shown_issuance(tx.db(), row.id), .remark = {}};
}

}  // namespace dcadmin::secure_zone
