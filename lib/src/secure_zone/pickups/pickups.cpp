// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/secure_zone/pickups.h>

#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/contacts/contacts_sql.h"
#include "secure_zone/pickups/pickups_sql.h"
#include "secure_zone/pickups/rules.h"
#include "secure_zone/record_change.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

std::string image(const PickupRow& row) {
    const std::string day = row.day.iso();
    return audit::image_of(audit::PickupFields{.key = row.key,
                                               .organisation_id = row.organisation_id,
                                               .context_id = row.context_id,
                                               .region = name_of(row.region),
                                               .day = day,
                                               .person_id = row.person_id,
                                               .phone = row.phone,
                                               .bags = row.bags,
                                               .cancelled_at = row.cancelled_at});
}

void record(store::Tx& tx, std::string_view verb, const PickupRow& row, const std::string& before,
            const std::string& given) {
    const std::string after = image(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "pickup",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

std::string why_not(Date day, Date today, WorkingDays& companys) {
    if (day <= today) return fmt::format("{} is too soon", day.formatted());
    if (!companys.is_working(day)) {
        return fmt::format("{} is no working day of the carrier and the company", day.formatted());
    }
    return fmt::format("for {} it is after 12:30 of the last working day before it",
                       day.formatted());
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
                fmt::format("the next possible day is {}: --date {}, or --on-late next",
                            next.formatted(), next.iso()),
                "date");
}

void require_bags(int bags) {
    constexpr int most = 999;
    if (bags >= 1 && bags <= most) return;
    throw Error(Kind::usage, fmt::format("{} bags cannot be picked up", bags),
                fmt::format("from 1 to {}", most), "bags");
}

std::int64_t require_contact(store::Tx& tx, const NewPickup& request,
                             std::int64_t organisation_id) {
    const std::int64_t person = persons::get_id(tx, request.contact, "contact");
    if (works_there(tx.db(), person, organisation_id, tx.now())) return person;
    throw Error(
        Kind::rule,
        fmt::format("{} does not work for {}", shown(request.contact), request.org.formatted()),
        "name somebody whom the driver finds there", "contact");
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
    require_bags(request.bags);
    row.person_id = require_contact(tx, request, organisation);
    if (const auto there = find_pickup(tx.db(), row.context_id, row.region, row.day)) {
        if (!same(*there, row)) {
            throw Error(Kind::conflict,
                        fmt::format("one is asked for already, otherwise: {}",
                                    PickupId::from_stored(there->id).text()),
                        fmt::format("take that back first: dcadmin pickup cancel {}",
                                    PickupId::from_stored(there->id).text()),
                        "date");
        }
        return {
            .changed = false, .item = shown_pickup(tx.db(), there->id, tx.today()), .remark = {}};
    }
    row.day = possible_day(tx, organisation, request);
    const bool moved = row.day != request.day;
    if (moved && find_pickup(tx.db(), row.context_id, row.region, row.day)) {
        throw Error(Kind::conflict,
                    fmt::format("on the next possible day, {}, one is asked for already",
                                row.day.formatted()),
                    "see it: dcadmin pickup list", "date");
    }
    row.key = key_of_person(tx.db(), row.person_id);
    row.id = insert_pickup(tx.db(), row, tx.operation());
    record(tx, "request", row, {}, request.reason);
    Written<Pickup> written{
        .changed = true, .item = shown_pickup(tx.db(), row.id, tx.today()), .remark = {}};
    if (moved) written.remark = fmt::format("the next possible day is {}", row.day.formatted());
    return written;
}

Error unknown_pickup(PickupId id) {
    return {Kind::not_found, fmt::format("there is no pickup {}", id.text()),
            "see which there are: dcadmin pickup list --state all", "id"};
}

Written<Pickup> apply_cancel(bulk::Work& work, const PickupRef& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    auto row = find_pickup(tx.db(), request.id);
    if (!row || !access::sees(tx, row->organisation_id)) throw unknown_pickup(request.id);
    access::require(tx, access::Operation::pickups,
                    {.organisation = row->organisation_id, .contexts = {{row->context_id}}});
    const bool changed = row->cancelled_at.empty();
    if (changed) {
        if (row->day <= tx.today()) {
            throw Error(Kind::rule,
                        fmt::format("{} was for {}", request.id.text(), row->day.formatted()),
                        "a pickup is taken back until the day before", "id");
        }
        const std::string before = image(*row);
        row->cancelled_at = tx.now().iso();
        cancel_pickup(tx.db(), row->id, row->cancelled_at);
        record(tx, "cancel", *row, before, request.reason);
    }
    return {.changed = changed, .item = shown_pickup(tx.db(), row->id, tx.today()), .remark = {}};
}

template <class Request, class Apply>
bulk::Summary run(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                  const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Pickups::list(const PickupFilter& filter, const Each<Pickup>& each) {
    constexpr std::array<std::string_view, 4> states{"coming", "past", "cancelled", "all"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage,
                    fmt::format("{} is not a state of pickups", text::quoted(filter.state)),
                    "one of: coming, past, cancelled, all", "state");
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
    return secure_zone::run(env_, "pickup.request", rows, options, sink,
                            secure_zone::apply_request);
}

Written<Pickup> Pickups::cancel(const PickupRef& request) {
    return bulk::run_one(env_, "pickup.cancel", [&](bulk::Work& work) {
        return secure_zone::apply_cancel(work, request);
    });
}

bulk::Summary Pickups::cancel_rows(const bulk::Source<PickupRef>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "pickup.cancel", rows, options, sink, secure_zone::apply_cancel);
}

}  // namespace dcadmin
