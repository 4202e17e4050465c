// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/make.h"

#include "secure_zone/issuances/schedules_sql.h"
#include "secure_zone/paper/slips.h"
#include "secure_zone/refunds/open.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <utility>

namespace dcadmin::secure_zone {

void require_accredited(store::Tx& tx, std::int64_t organisation_id, Region region) {
    const auto regions = accredited_regions(tx.db(), organisation_id, tx.today().iso());
    if (std::ranges::find(regions, region) != regions.end()) return;
    throw Error(Kind::rule, say("the company is not accredited for {} today", name_of(region)),
                "see its accreditations: dcadmin company show", "region");
}

void submit_issuance(store::Tx& tx, IssuanceRow& row, const VouchersByDay* taken) {
    step(row, IssuanceEvent::submit);
    if (row.kind == "paper") {
        submit_slip(tx, row);
        return;
    }
    row.received_on = tx.today().iso();
    step(row, IssuanceEvent::receive);
    open_refund(tx, row, taken);
}

IssuanceRow make_issuance(store::Tx& tx, const Making& making) {
    IssuanceRow row = making.row;
    add_issuance(tx, row);
    const VouchersByDay taken = take(tx.db(), row, making.wanted);
    const bool automatic = row.mode == "automatic";
    if (row.vouchers == 0 && !automatic) {
        throw Error(Kind::rule, say("no vouchers of {} wait to be handed in", name_of(row.region)),
                    "see what is allocated: dcadmin service list --status allocated", "region");
    }
    if (row.vouchers == 0) {
        row.state = IssuanceState::empty;
    } else if (!making.draft) {
        submit_issuance(tx, row, &taken);
    }
    keep_issuance(tx, automatic ? "run" : "create", row, {}, making.reason);
    return row;
}

}  // namespace dcadmin::secure_zone
