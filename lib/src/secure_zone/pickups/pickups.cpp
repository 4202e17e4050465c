// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/pickups.h>

#include "organisations/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/pickups/asking.h"
#include "secure_zone/pickups/pickups_sql.h"
#include "secure_zone/pickups/rules.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

std::string why_not(Date day, Date today, WorkingDays& companys) {
    if (day <= today) return say("{} is too soon", day.formatted());
    if (!companys.is_working(day)) {
        return say("{} is no working day of the carrier and the company", day.formatted());
    }
    return say("for {} it is after 12:30 of the last working day before it", day.formatted());
}

// The day asked for, or the next possible where he takes that.
Date possible_day(store::Tx& tx, std::int64_t organisation_id, const NewPickup& request) {
    WorkingDays issuers = working_days(tx.db());
    WorkingDays companys = working_days(tx.db(), organisation_id);
    const Date first = first_possible(tx.now(), issuers, companys);
    if (request.day >= first && companys.is_working(request.day)) return request.day;
    const Date next = companys.on_or_after(std::max(request.day, first));
    if (request.next_when_late) return next;
    throw Error(Kind::rule, why_not(request.day, tx.today(), companys),
                say("the next possible day is {}: --date {}, or --on-late next", next.formatted(),
                    next.iso()),
                "date");
}

bool same(const PickupRow& there, const PickupRow& asked) {
    return there.person_id == asked.person_id && there.phone == asked.phone &&
           there.bags == asked.bags;
}

Written<Pickup> apply_request(bulk::Work& work, const NewPickup& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    PickupRow row{.id = 0,
                  .organisation_id = organisation,
                  .context_id = require_site(tx.db(), organisation, request.site),
                  .region = request.region,
                  .day = request.day,
                  .person_id = 0,
                  .phone = request.phone.text(),
                  .bags = request.bags,
                  .cancelled_at = {},
                  .key = {}};
    access::require(tx, access::Operation::pickups,
                    {.organisation = organisation, .contexts = {{row.context_id}}});
    require_acting(tx, organisation);
    require_bags(request.bags);
    row.person_id = require_contact(tx, request.contact, request.org, organisation);
    if (const auto there = find_pickup(tx.db(), row.context_id, row.region, row.day)) {
        if (!same(*there, row)) {
            throw Error(Kind::conflict,
                        say("one is asked for already, otherwise: {}",
                            PickupId::from_stored(there->id).text()),
                        say("take that back first: dcadmin pickup cancel {}",
                            PickupId::from_stored(there->id).text()),
                        "date");
        }
        return {
            .changed = false, .item = shown_pickup(tx.db(), there->id, tx.today()), .remark = {}};
    }
    row.day = possible_day(tx, organisation, request);
    const bool moved = row.day != request.day;
    if (moved && find_pickup(tx.db(), row.context_id, row.region, row.day)) {
        throw Error(
            Kind::conflict,
            say("on the next possible day, {}, one is asked for already", row.day.formatted()),
            "see it: dcadmin pickup list", "date");
    }
    row.key = key_of_person(tx.db(), row.person_id);
    row.id = insert_pickup(tx.db(), row, tx.operation());
    record_pickup(tx, "request", row, {}, request.reason);
    Written<Pickup> written{
        .changed = true, .item = shown_pickup(tx.db(), row.id, tx.today()), .remark = {}};
    if (moved) written.remark = say("the next possible day is {}", row.day.formatted());
    return written;
}

Written<Pickup> apply_cancel(bulk::Work& work, const PickupRef& request) {
    store::Tx& tx = work.tx;
    PickupRow row = require_pickup(tx, request.id);
    const bool changed = take_back(tx, row, "cancel", request.reason);
    return {.changed = changed, .item = shown_pickup(tx.db(), row.id, tx.today()), .remark = {}};
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Pickups::list(const PickupFilter& filter, const Each<Pickup>& each) {
    constexpr std::array<std::string_view, 5> states{"coming", "past", "cancelled", "postponed",
                                                     "all"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage, say("{} is not a state of pickups", text::quoted(filter.state)),
                    "one of: coming, past, cancelled, postponed, all", "state");
    }
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_pickups(env_.store.db(), filter, organisation, sight,
                                     env_.clock.today(), each);
}

Written<Pickup> Pickups::request(const NewPickup& request) {
    return bulk::run_one(env_, "pickup.request", [&](bulk::Work& work) {
        return secure_zone::apply_request(work, request);
    });
}

bulk::Summary Pickups::request_rows(const bulk::Source<NewPickup>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.request", rows, options, sink,
                                  secure_zone::apply_request);
}

Written<Pickup> Pickups::cancel(const PickupRef& request) {
    return bulk::run_one(env_, "pickup.cancel", [&](bulk::Work& work) {
        return secure_zone::apply_cancel(work, request);
    });
}

bulk::Summary Pickups::cancel_rows(const bulk::Source<PickupRef>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.cancel", rows, options, sink,
                                  secure_zone::apply_cancel);
}

}  // namespace dcadmin
