// SPDX-License-Identifier: Apache-2.0
// A pickup for which the carrier did not come.
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/pickups.h>

#include "secure_zone/calendar/working_days.h"
#include "secure_zone/pickups/asking.h"

namespace dcadmin {

namespace secure_zone {

namespace {

void require_failed(const PickupRow& row, Date today) {
    const std::string id = PickupId::from_stored(row.id).text();
    if (!row.cancelled_at.empty()) {
        throw Error(Kind::rule, say("{} was taken back: nobody had to come", id),
                    "ask for another: dcadmin pickup request", "id");
    }
    if (row.day > today) {
        throw Error(Kind::rule, say("{} is for {}", id, row.day.formatted()),
                    say("take it back and ask for another: dcadmin pickup cancel {}", id), "id");
    }
}

// What comes on the next working day: what is asked for then already, or one that is put there.
std::int64_t in_its_place(store::Tx& tx, const PickupRow& failed, const std::string& reason) {
    const Date next = working_days(tx.db(), failed.organisation_id).after(failed.day, 1);
    if (const auto there = find_pickup(tx.db(), failed.context_id, failed.region, next)) {
        return there->id;
    }
    PickupRow row = failed;
    row.day = next;
    row.series_id = 0;
    row.series_day.clear();
    row.id = insert_pickup(tx.db(), row, tx.operation());
    record_pickup(tx, "request", row, {}, reason);
    return row.id;
}

Written<Pickup> apply_postpone(bulk::Work& work, const PickupRef& request) {
    store::Tx& tx = work.tx;
    PickupRow row = require_pickup(tx, request.id);
    const bool changed = row.postponed_to == 0;
    if (changed) {
        require_failed(row, tx.today());
        const std::string before = image_of(row);
        row.postponed_to = in_its_place(tx, row, request.reason);
        postpone_pickup(tx.db(), row.id, row.postponed_to);
        record_pickup(tx, "postpone", row, before, request.reason);
    }
    Pickup place = shown_pickup(tx.db(), row.postponed_to, tx.today());
    std::string remark = say("{} of {} is postponed to {}", request.id.text(), row.day.formatted(),
                             place.day.formatted());
    return {.changed = changed, .item = std::move(place), .remark = std::move(remark)};
}

}  // namespace

}  // namespace secure_zone

Written<Pickup> Pickups::postpone(const PickupRef& request) {
    return bulk::run_one(env_, "pickup.postpone", [&](bulk::Work& work) {
        return secure_zone::apply_postpone(work, request);
    });
}

bulk::Summary Pickups::postpone_rows(const bulk::Source<PickupRef>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.postpone", rows, options, sink,
                                  secure_zone::apply_postpone);
}

}  // namespace dcadmin
