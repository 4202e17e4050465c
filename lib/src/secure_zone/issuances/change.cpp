// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/issuances/change.h"

#include "access/require.h"
#include "audit/issuance_images.h"
#include "secure_zone/issuances/issuances_sql.h"
#include "secure_zone/record_change.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

IssuanceRow seen_issuance(store::Tx& tx, IssuanceId id) {
    auto row = find_issuance(tx.db(), id.value());
    if (row && access::sees(tx, row->organisation_id)) return std::move(*row);
    throw Error(Kind::not_found, say("there is no issuance {}", id.text()),
                "see which there are: dcadmin issuance list", "id");
}

std::string image_of(const IssuanceRow& row) {
    return audit::image_of(audit::IssuanceFields{.organisation_id = row.organisation_id,
                                                 .region = name_of(row.region),
                                                 .kind = row.kind,
                                                 .mode = row.mode,
                                                 .period = row.period,
                                                 .period_until = row.period_until,
                                                 .month = row.month,
                                                 .made_on = row.made_on,
                                                 .received_on = row.received_on,
                                                 .state = name_of(row.state),
                                                 .services = row.services,
                                                 .vouchers = row.vouchers,
                                                 .items = row.items});
}

void step(IssuanceRow& row, IssuanceEvent event) {
    if (const auto next = after(row.state, event)) {
        row.state = *next;
        return;
    }
    const std::string id = IssuanceId::from_stored(row.id).text();
    throw Error(Kind::rule, fmt::format("{}: {}", id, why_not(row.state, event)),
                say("see it: dcadmin issuance show {}", id), "id");
}

void add_issuance(store::Tx& tx, IssuanceRow& row) {
    row.made_on = tx.today().iso();
    row.id = insert_issuance(tx.db(), row, tx.operation());
}

void keep_issuance(store::Tx& tx, std::string_view verb, const IssuanceRow& row,
                   const std::string& before, const std::string& reason) {
    update_issuance(tx.db(), row);
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "issuance",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = reason});
}

}  // namespace dcadmin::secure_zone
