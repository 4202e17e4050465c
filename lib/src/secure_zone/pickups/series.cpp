// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/pickups/series.h"

#include "audit/pickup_images.h"
#include "organisations/find.h"
#include "secure_zone/pickups/asking.h"
#include "secure_zone/pickups/outlook.h"
#include "secure_zone/record_change.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace secure_zone {

namespace {

const Date no_end = Date::of(9999, 12, 31);

std::string image_of(const SeriesRow& row) {
    const std::string from = row.pattern.valid.first().iso();
    const std::string until = row.pattern.valid.last().iso();
    return audit::image_of(audit::PickupSeriesFields{.key = row.key,
                                                     .organisation_id = row.organisation_id,
                                                     .context_id = row.context_id,
                                                     .region = name_of(row.region),
                                                     .every = name_of(row.pattern.every),
                                                     .on_day = row.pattern.on,
                                                     .on_holiday = name_of(row.pattern.on_holiday),
                                                     .valid_from = from,
                                                     .valid_until = until,
                                                     .person_id = row.person_id,
                                                     .phone = row.phone,
                                                     .bags = row.bags,
                                                     .ended_at = row.ended_at});
}

void record_series(store::Tx& tx, std::string_view verb, const SeriesRow& row,
                   const std::string& before, const std::string& reason) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "pickup_series",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = reason});
}

DateRange validity(const NewPickupSeries& request, const std::optional<SeriesRow>& there,
                   Date today) {
    const Date from = request.from.value_or(there ? there->pattern.valid.first() : today);
    const Date until = request.until.value_or(there ? there->pattern.valid.last() : no_end);
    if (until < from || until < today) {
        throw Error(Kind::usage,
                    until < from ? say("it would end before it begins")
                                 : say("{} has gone by", until.formatted()),
                    "give a later --until", "until");
    }
    return DateRange::of(from, until);
}

std::string shown(const Occurrence& one) {
    if (one.fate == "moved") {
        return say("{} moved to {} ({})", one.day.formatted(), one.comes_on->formatted(), one.why);
    }
    return one.why.empty() ? fmt::format("{} {}", one.day.formatted(), one.fate)
                           : fmt::format("{} {} ({})", one.day.formatted(), one.fate, one.why);
}

// When the carrier comes first, and what is not as the series says in the next three months.
std::string beforehand(store::Tx& tx, const SeriesRow& row) {
    Outlook outlook(tx.db(), row.organisation_id, tx.env().language);
    const Date from = tx.today().plus_days(1);
    const Date until = tx.today().plus(Term::of(3, Term::Unit::month));
    std::string first = say("nobody comes in the next three months");
    std::string others;
    bool begun = false;
    for (const Occurrence& one : occurrences_of(tx.db(), row, outlook, from, until)) {
        if (one.comes_on && !begun) {
            first = say("the carrier comes first on {}", one.comes_on->formatted());
            begun = true;
        }
        if (one.fate != "kept") others += "; " + shown(one);
    }
    return first + others;
}

std::string listed(const std::vector<PickupId>& ids) {
    std::string text;
    for (const PickupId id : ids) text += (text.empty() ? "" : ", ") + id.text();
    return text;
}

// The series as it is asked for; what is left out as it is.
SeriesRow asked_for(store::Tx& tx, const NewPickupSeries& request, SeriesRow row,
                    const std::optional<SeriesRow>& there) {
    require_day(request.every, request.on);
    row.pattern.every = request.every;
    row.pattern.on = request.on;
    row.pattern.valid = validity(request, there, tx.today());
    if (request.on_holiday) row.pattern.on_holiday = *request.on_holiday;
    if (request.bags) {
        require_bags(*request.bags);
        row.bags = *request.bags;
    }
    row.person_id = require_contact(tx, request.contact, request.org, row.organisation_id);
    row.phone = request.phone.text();
    row.key = key_of_person(tx.db(), row.person_id);
    return row;
}

Written<PickupSeries> apply_set(bulk::Work& work, const NewPickupSeries& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    SeriesRow fresh{.organisation_id = organisation,
                    .context_id = require_site(tx.db(), organisation, request.site),
                    .region = request.region,
                    .pattern = {.valid = DateRange::of(tx.today(), no_end)},
                    .phone = {},
                    .ended_at = {},
                    .key = {}};
    access::require(tx, access::Operation::pickups,
                    {.organisation = organisation, .contexts = {{fresh.context_id}}});
    require_acting(tx, organisation);
    auto there = find_series(tx.db(), fresh.context_id, fresh.region);
    if (there && !there->ended_at.empty()) there.reset();
    SeriesRow row = asked_for(tx, request, there.value_or(fresh), there);
    const std::string before = there ? image_of(*there) : std::string();
    const bool changed = image_of(row) != before;
    std::string remark;
    if (changed && there) {
        change_series(tx.db(), row);
        record_series(tx, "change", row, before, request.reason);
        const auto coming = listed(coming_of_series(tx.db(), row.id, tx.today()));
        if (!coming.empty()) {
            remark = say("; asked for already, and left as they are: {}", coming);
        }
    } else if (changed) {
        row.id = insert_series(tx.db(), row, tx.operation());
        record_series(tx, "set", row, before, request.reason);
    }
    return {.changed = changed,
            .item = shown_series(tx.db(), row.id),
            .remark = beforehand(tx, row) + remark};
}

}  // namespace

SeriesRow require_series(store::Tx& tx, PickupSeriesId id) {
    access::enter(tx);
    const auto row = find_series(tx.db(), id);
    if (!row || !access::sees(tx, row->organisation_id)) {
        throw Error(Kind::not_found, say("there are no recurring pickups {}", id.text()),
                    "see which there are: dcadmin pickup recur show", "series");
    }
    access::require(tx, access::Operation::pickups,
                    {.organisation = row->organisation_id, .contexts = {{row->context_id}}});
    return *row;
}

std::vector<PickupId> end_series(store::Tx& tx, SeriesRow row, const std::string& reason) {
    const std::string before = image_of(row);
    row.ended_at = tx.now().iso();
    change_series(tx.db(), row);
    record_series(tx, "end", row, before, reason);
    const auto coming = coming_of_series(tx.db(), row.id, tx.today());
    for (const PickupId id : coming) {
        auto pickup = find_pickup(tx.db(), id);
        if (pickup) take_back(tx, *pickup, "cancel", reason);
    }
    return coming;
}

namespace {

Written<PickupSeries> apply_off(bulk::Work& work, const PickupSeriesEnd& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    const std::int64_t site = require_site(tx.db(), organisation, request.site);
    access::require(tx, access::Operation::pickups,
                    {.organisation = organisation, .contexts = {{site}}});
    const auto row = find_series(tx.db(), site, request.region);
    if (!row) {
        throw Error(Kind::not_found,
                    say("no pickups come back at {} for {}", request.site.formatted(),
                        name_of(request.region)),
                    "see which do: dcadmin pickup recur show", "site");
    }
    const bool changed = row->ended_at.empty();
    std::string remark;
    if (changed) {
        const auto ended = listed(end_series(tx, *row, request.reason));
        if (!ended.empty()) remark = say("taken back: {}", ended);
    }
    return {.changed = changed, .item = shown_series(tx.db(), row->id), .remark = remark};
}

}  // namespace

}  // namespace secure_zone

Written<PickupSeries> RecurringPickups::set(const NewPickupSeries& request) {
    return bulk::run_one(env_, "pickup.recur",
                         [&](bulk::Work& work) { return secure_zone::apply_set(work, request); });
}

bulk::Summary RecurringPickups::set_rows(const bulk::Source<NewPickupSeries>& rows,
                                         const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.recur", rows, options, sink,
                                  secure_zone::apply_set);
}

Written<PickupSeries> RecurringPickups::off(const PickupSeriesEnd& request) {
    return bulk::run_one(env_, "pickup.recur",
                         [&](bulk::Work& work) { return secure_zone::apply_off(work, request); });
}

bulk::Summary RecurringPickups::off_rows(const bulk::Source<PickupSeriesEnd>& rows,
                                         const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.recur", rows, options, sink,
                                  secure_zone::apply_off);
}

}  // namespace dcadmin
