// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/bundle.h"

#include "secure_zone/paper/find.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

namespace {

// Takes each of them through `change`, and writes it down under that verb.
template <class Change>
std::int64_t change_each(store::Tx& tx, const std::vector<std::int64_t>& ids, std::string_view verb,
                         Change change) {
    for (const std::int64_t id : ids) {
        PaperRow row = find_paper(tx.db(), PaperVoucherId::from_stored(id)).value();
        const std::string before = image_of(row);
        change(row);
        settle_paper(tx, verb, row, before, {});
    }
    return static_cast<std::int64_t>(ids.size());
}

std::string why_left_out(const PaperRow& row, Date today) {
    if (row.day.empty()) return "nobody told the day of the service";
    if (row.hand_in_until.empty()) return "nobody told until when it could be used";
    if (row.hand_in_until < today.iso()) {
        return say("its last day to be handed in was {}",
                   Date::parse(row.hand_in_until).formatted());
    }
    return {};
}

}  // namespace

PaperBundle bundle_vouchers(store::Tx& tx, std::int64_t organisation_id, Region region, Month month,
                            std::int64_t issuance_id) {
    PaperBundle bundle;
    std::vector<std::int64_t> taken;
    for (const std::int64_t id : papers_at_hand(tx.db(), organisation_id, region)) {
        const PaperVoucherId named = PaperVoucherId::from_stored(id);
        const PaperRow row = find_paper(tx.db(), named).value();
        if (!row.day.empty() && !month.days().contains(Date::parse(row.day))) continue;
        if (std::string why = why_left_out(row, tx.today()); !why.empty()) {
            bundle.left_out.push_back({named, row.number, std::move(why)});
        } else {
            taken.push_back(id);
        }
    }
    bundle.vouchers = change_each(tx, taken, "bundle", [&](PaperRow& row) {
        step(row, PaperEvent::bundle);
        row.issuance_id = issuance_id;
    });
    return bundle;
}

std::int64_t free_vouchers(store::Tx& tx, std::int64_t issuance_id) {
    const auto ids = papers_in(tx.db(), issuance_id, PaperState::bundled);
    return change_each(tx, ids, "free", [](PaperRow& row) {
        step(row, PaperEvent::free);
        if (!row.announced_on.empty()) step(row, PaperEvent::announce);
        row.issuance_id = 0;
    });
}

std::int64_t send_vouchers(store::Tx& tx, std::int64_t issuance_id) {
    const auto ids = papers_in(tx.db(), issuance_id, PaperState::bundled);
    return change_each(tx, ids, "send", [](PaperRow& row) { step(row, PaperEvent::send); });
}

std::int64_t mark_refunded(store::Tx& tx, std::int64_t issuance_id) {
    const auto accept = [](PaperRow& row) { step(row, PaperEvent::accept); };
    for (const auto state : {PaperState::read_ok, PaperState::corrected}) {
        change_each(tx, papers_in(tx.db(), issuance_id, state), "accept", accept);
    }
    const auto ids = papers_in(tx.db(), issuance_id, PaperState::accepted);
    return change_each(tx, ids, "refund", [](PaperRow& row) { step(row, PaperEvent::pay); });
}

}  // namespace dcadmin::secure_zone
