// SPDX-License-Identifier: Apache-2.0
// The occurrences of recurring pickups: shown, taken out, asked for when they are due.
#include "organisations/find.h"
#include "secure_zone/contacts/contacts_sql.h"
#include "secure_zone/pickups/asking.h"
#include "secure_zone/pickups/outlook.h"
#include "secure_zone/pickups/rules.h"
#include "secure_zone/pickups/series.h"
#include "secure_zone/subsidiaries/acting.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace dcadmin {

namespace secure_zone {

namespace {

PickupRow pickup_of(const SeriesRow& row, const Occurrence& one, Date day) {
    return {.id = 0,
            .organisation_id = row.organisation_id,
            .context_id = row.context_id,
            .region = row.region,
            .day = day,
            .person_id = row.person_id,
            .phone = row.phone,
            .bags = row.bags,
            .cancelled_at = {},
            .key = row.key,
            .series_id = row.id,
            .series_day = one.day.iso()};
}

// The occurrence of that day, or that comes on it.
Occurrence occurrence_on(store::Tx& tx, const SeriesRow& row, Date day) {
    Outlook outlook(tx.db(), row.organisation_id, tx.env().language);
    for (const Occurrence& one : occurrences_of(tx.db(), row, outlook, day, day)) {
        if (one.day == day || one.comes_on == day) return one;
    }
    throw Error(
        Kind::rule,
        say("{} says nothing of {}", PickupSeriesId::from_stored(row.id).text(), day.formatted()),
        "see its days: dcadmin pickup recur show", "date");
}

Written<Pickup> taken_out(store::Tx& tx, PickupRow row, const std::string& reason) {
    const bool changed = take_back(tx, row, "skip", reason);
    return {.changed = changed, .item = shown_pickup(tx.db(), row.id, tx.today()), .remark = {}};
}

Written<Pickup> skip_asked(store::Tx& tx, PickupId id, const std::string& reason) {
    PickupRow row = require_pickup(tx, id);
    if (row.series_id == 0) {
        throw Error(Kind::rule, say("{} does not come back", id.text()),
                    say("take it back: dcadmin pickup cancel {}", id.text()), "id");
    }
    return taken_out(tx, std::move(row), reason);
}

Written<Pickup> skip_day(store::Tx& tx, PickupSeriesId id, Date day, const std::string& reason) {
    const SeriesRow row = require_series(tx, id);
    if (!row.ended_at.empty()) {
        throw Error(Kind::rule, say("{} has ended", id.text()),
                    "see which run: dcadmin pickup recur show", "series");
    }
    const Occurrence one = occurrence_on(tx, row, day);
    if (one.pickup) {
        auto there = find_pickup(tx.db(), *one.pickup);
        if (there && there->series_id == row.id) return taken_out(tx, *there, reason);
    }
    if (day <= tx.today()) {
        throw Error(Kind::rule, say("{} has come", day.formatted()),
                    "an occurrence is taken out until the day before", "date");
    }
    PickupRow out = pickup_of(row, one, one.comes_on.value_or(one.day));
    out.cancelled_at = tx.now().iso();
    out.id = insert_pickup(tx.db(), out, tx.operation());
    record_pickup(tx, "skip", out, {}, reason);
    Written<Pickup> written{
        .changed = true, .item = shown_pickup(tx.db(), out.id, tx.today()), .remark = {}};
    if (one.pickup) {
        written.remark =
            say("{} of that day was asked for by itself, and stays", one.pickup->text());
    }
    return written;
}

Written<Pickup> apply_skip(bulk::Work& work, const PickupSkip& request) {
    if (request.pickup && !request.series && !request.day) {
        return skip_asked(work.tx, *request.pickup, request.reason);
    }
    if (!request.pickup && request.series && request.day) {
        return skip_day(work.tx, *request.series, *request.day, request.reason);
    }
    throw Error(Kind::usage, "it is not clear which occurrence",
                "name the pickup, or --series and --date", "id");
}

void require_can_ask(store::Tx& tx, const SeriesRow& row) {
    require_acting(tx, row.organisation_id);
    if (works_there(tx.db(), row.person_id, row.organisation_id, tx.now())) return;
    throw Error(Kind::rule,
                say("its contact {} does not work there any more",
                    PersonId::from_stored(row.person_id).text()),
                "name another: dcadmin pickup recur set", "contact");
}

// What is due of one series; the series may have ended since it was looked for.
std::vector<Pickup> ask_for_due(store::Tx& tx, PickupSeriesId id, int ahead) {
    std::vector<Pickup> asked;
    const SeriesRow row = require_series(tx, id);
    if (!row.ended_at.empty()) return asked;
    Outlook outlook(tx.db(), row.organisation_id, tx.env().language);
    const Date last = tx.today().plus_days(ahead);
    for (const Occurrence& one :
         occurrences_of(tx.db(), row, outlook, tx.today().plus_days(1), last)) {
        const bool wanted = one.comes_on && *one.comes_on > tx.today() && *one.comes_on <= last;
        if (!wanted || one.pickup) continue;
        if (tx.now() > last_moment_for(*one.comes_on, outlook.issuers())) continue;
        // Two days that are moved to one are one pickup.
        if (find_pickup(tx.db(), row.context_id, row.region, *one.comes_on)) continue;
        require_can_ask(tx, row);
        PickupRow pickup = pickup_of(row, one, *one.comes_on);
        pickup.id = insert_pickup(tx.db(), pickup, tx.operation());
        record_pickup(tx, "request", pickup, {}, {});
        asked.push_back(shown_pickup(tx.db(), pickup.id, tx.today()));
    }
    return asked;
}

}  // namespace

}  // namespace secure_zone

std::uint64_t RecurringPickups::occurrences(const OccurrenceFilter& filter,
                                            const Each<PickupOccurrence>& each) {
    using namespace secure_zone;
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    SeriesWanted wanted{.organisation_id = {}, .site = filter.site, .region = filter.region};
    if (filter.org) wanted.organisation_id = organisations::get_id(env_, *filter.org);
    const Date today = env_.clock.today();
    const Date until = filter.until.value_or(today.plus(Term::of(3, Term::Unit::month)));
    std::map<std::int64_t, Outlook> outlooks;
    std::uint64_t count = 0;
    for (const PickupSeriesId id : series_in_sight(db, wanted, sight)) {
        const auto row = find_series(db, id);
        if (!row) continue;
        auto outlook = outlooks.find(row->organisation_id);
        if (outlook == outlooks.end()) {
            outlook =
                outlooks
                    .emplace(row->organisation_id, Outlook(db, row->organisation_id, env_.language))
                    .first;
        }
        const PickupSeries series = shown_series(db, id.value());
        for (const Occurrence& one : occurrences_of(db, *row, outlook->second, today, until)) {
            ++count;
            const bool more = each({.series = series,
                                    .day = one.day,
                                    .fate = one.fate,
                                    .comes_on = one.comes_on,
                                    .why = one.why,
                                    .pickup = one.pickup});
            if (!more) return count;
        }
    }
    return count;
}

Written<Pickup> RecurringPickups::skip(const PickupSkip& request) {
    return bulk::run_one(env_, "pickup.skip",
                         [&](bulk::Work& work) { return secure_zone::apply_skip(work, request); });
}

bulk::Summary RecurringPickups::skip_rows(const bulk::Source<PickupSkip>& rows,
                                          const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run_by_id(env_, "pickup.skip", rows, options, sink,
                                  secure_zone::apply_skip);
}

SeriesRunResult RecurringPickups::run(const SeriesRun& request) {
    using namespace secure_zone;
    constexpr int most = 60;
    if (request.ahead < 1 || request.ahead > most) {
        throw Error(Kind::usage, say("{} days ahead cannot be asked for", request.ahead),
                    say("from 1 to {}", most), "ahead");
    }
    const auto sight = access::sight_of(env_, access::Operation::pickups);
    SeriesWanted wanted{.organisation_id = {}, .site = {}, .region = {}};
    if (request.org) wanted.organisation_id = organisations::get_id(env_, *request.org);
    SeriesRunResult result;
    for (const PickupSeriesId id : series_in_sight(env_.store.db(), wanted, sight)) {
        try {
            auto asked = bulk::run_one(env_, "pickup.recur", [&](bulk::Work& work) {
                return ask_for_due(work.tx, id, request.ahead);
            });
            std::ranges::move(asked, std::back_inserter(result.asked));
        } catch (const Error& error) {
            if (!bulk::is_about_row(error)) throw;
            result.problems.push_back(
                fmt::format("{}: {}; {}", id.text(), error.message(), error.hint()));
        }
    }
    return result;
}

}  // namespace dcadmin
