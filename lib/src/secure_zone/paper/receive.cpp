// SPDX-License-Identifier: Apache-2.0
#include "organisations/find.h"
#include "secure_zone/paper/find.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

namespace {

PaperFields fields_of(const NewPaperVoucher& request) {
    return {.usable_until = request.usable_until,
            .day = request.day,
            .worker = request.worker,
            .activity = request.activity};
}

std::int64_t number_of(const std::optional<CustomerNumber>& customer) {
    return customer ? static_cast<std::int64_t>(customer->value()) : 0;
}

// Whether it is there just as asked; what is left out agrees with anything.
bool same(store::Tx& tx, const PaperRow& there, const NewPaperVoucher& request,
          const PaperRow& asked) {
    return there.organisation_id == asked.organisation_id &&
           (!request.site || there.context_id == asked.context_id) &&
           (!request.customer || there.customer == asked.customer) &&
           has(tx, there, fields_of(request));
}

// Another company's is not seen, so no more than that it is kept is said of it.
Error kept_already(store::Tx& tx, const PaperRow& there) {
    const std::string what =
        say("voucher {} of {} is kept already", there.number, name_of(there.region));
    if (!access::sees(tx, there.organisation_id)) {
        return {Kind::conflict, what, "look at its number: it was received elsewhere", "number"};
    }
    return {Kind::conflict,
            say("{}, otherwise: {}, {}", what, PaperVoucherId::from_stored(there.id).text(),
                name_of(there.state)),
            say("see it: dcadmin paper list --number {}", there.number), "number"};
}

std::string remark_on(const PaperRow& row, const std::optional<CustomerNumber>& customer,
                      const std::string& today) {
    if (!row.hand_in_until.empty() && row.hand_in_until < today) {
        return say("its last day to be handed in was {}",
                   Date::parse(row.hand_in_until).formatted());
    }
    if (!row.usable_until.empty() && row.usable_until < today) {
        return say("its customer could use it until {}; hand it in until {}",
                   Date::parse(row.usable_until).formatted(),
                   Date::parse(row.hand_in_until).formatted());
    }
    if (customer) return customer->warning().value_or("");
    return {};
}

}  // namespace

Written<PaperVoucher> apply_receive(bulk::Work& work, const NewPaperVoucher& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::string today = tx.today().iso();
    PaperRow row;
    row.organisation_id = organisations::get_id(tx, request.org);
    if (request.site) row.context_id = require_site(tx.db(), row.organisation_id, *request.site);
    access::require(tx, access::Operation::paper, subject_of(row));
    row.region = request.region;
    row.number = request.number.text();
    row.customer = number_of(request.customer);
    row.received_on = today;
    if (const auto there = find_paper(tx.db(), row.region, request.number, false)) {
        if (!same(tx, *there, request, row)) throw kept_already(tx, *there);
        return {.changed = false, .item = shown_paper(tx.db(), there->id), .remark = {}};
    }
    require_acting(tx, row.organisation_id);
    fill(tx, row, fields_of(request));
    require_possible(tx, row);
    row.id = insert_paper(tx.db(), row, tx.operation());
    record_paper(tx, "receive", row, {}, request.reason);
    return {.changed = true,
            .item = shown_paper(tx.db(), row.id),
            .remark = remark_on(row, request.customer, today)};
}

}  // namespace dcadmin::secure_zone
