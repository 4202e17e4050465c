// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/calendar.h>

#include "access/require.h"
#include "audit/recorder.h"
#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/calendar/calendar_sql.h"
#include "secure_zone/calendar/working_days.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

DayOff closing(const ClosingRow& row, std::optional<EnterpriseNumber> org) {
    return {.day = row.day,
            .weekday = weekday(row.day),
            .kind = "closing",
            .name = row.reason,
            .org = org,
            .source = {}};
}

struct Place {
    std::optional<std::int64_t> organisation_id;
    std::int64_t chain = audit::system_chain;
};

// Asks whether who acts may say so, for a company or for the issuer.
Place require_place(store::Tx& tx, const std::optional<EnterpriseNumber>& org) {
    if (!org) {
        access::require(tx, access::Operation::catalogue);
        return {};
    }
    access::enter(tx);
    const std::int64_t id = organisations::get_id(tx, *org);
    access::require(tx, access::Operation::company, {.organisation = id});
    return {id, audit::chain_of(tx, id)};
}

std::string image(const ClosingRow& row, std::string_view opened_at) {
    const std::string day = row.day.iso();
    return audit::image_of(
        audit::ClosingDayFields{.organisation_id = row.organisation_id.value_or(0),
                                .day = day,
                                .reason = row.reason,
                                .opened_at = opened_at});
}

// What is closed anyway stays so; that is worth a word, and no mistake.
std::string anyway(store::Db& db, Date day) {
    if (weekday(day) > 5) {
        return say("it is a {}", weekday_name(weekday(day)));
    }
    for (const HolidayRule& holiday : read_holidays(db, "nl")) {
        if (day_of(holiday, day.year()) == day) {
            return say("it is a legal holiday: {}", holiday.name);
        }
    }
    return {};
}

Written<DayOff> apply_close(bulk::Work& work, const NewClosing& request) {
    store::Tx& tx = work.tx;
    const Place place = require_place(tx, request.org);
    if (const auto there = find_closing(tx.db(), request.day, place.organisation_id)) {
        return {.changed = false, .item = closing(*there, request.org), .remark = {}};
    }
    ClosingRow row{.id = 0,
                   .organisation_id = place.organisation_id,
                   .day = request.day,
                   .reason = text::clean(request.reason, "reason")};
    row.id = insert_closing(tx.db(), row, tx.operation());
    const std::string after = image(row, {});
    audit::record(tx, {.chain = place.chain,
                       .subject = "closing_day",
                       .verb = "add",
                       .subject_id = row.id,
                       .before = {},
                       .after = after,
                       .reason = {}});
    return {
        .changed = true, .item = closing(row, request.org), .remark = anyway(tx.db(), request.day)};
}

Written<DayOff> apply_open(bulk::Work& work, const NewClosing& request) {
    store::Tx& tx = work.tx;
    const Place place = require_place(tx, request.org);
    const auto there = find_closing(tx.db(), request.day, place.organisation_id);
    if (!there) {
        throw Error(Kind::not_found, say("{} is no closing day", request.day.formatted()),
                    "see them: dcadmin calendar holidays", "date");
    }
    const std::string now = tx.now().iso();
    open_closing(tx.db(), there->id, now);
    const std::string before = image(*there, {});
    const std::string after = image(*there, now);
    const std::string reason = text::clean(request.reason, "reason");
    audit::record(
        tx, {.chain = place.chain,
             .subject = "closing_day",
             .verb = "open",
             .subject_id = there->id,
             .before = before,
             .after = after,
             .reason = reason.empty() ? std::nullopt : std::optional<std::string_view>(reason)});
    return {.changed = true, .item = closing(*there, request.org), .remark = {}};
}

std::string id_of(const DayOff& day) {
    return day.day.iso();
}

}  // namespace

WorkingDays working_days(store::Db& db, std::optional<std::int64_t> organisation_id) {
    std::set<Date> closed;
    const auto always = DateRange::of(Date::of(1800, 1, 1), Date::of(9999, 12, 31));
    for (const ClosingRow& row : read_closings(db, always, organisation_id)) closed.insert(row.day);
    return {read_holidays(db, "nl"), std::move(closed)};
}

}  // namespace secure_zone

std::string_view weekday_name(int weekday) {
    constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
    return names.at(static_cast<std::size_t>(weekday) - 1);
}

std::vector<DayOff> Calendar::days_off(const DaysOffFilter& filter) {
    using namespace secure_zone;
    access::enter(env_);
    store::Db& db = env_.store.db();
    const int year = filter.year.value_or(env_.clock.today().year());
    const auto days = DateRange::of(Date::of(year, 1, 1), Date::of(year, 12, 31));
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    std::vector<DayOff> all;
    for (const HolidayRule& holiday : read_holidays(db, name_of(env_.language))) {
        const auto day = day_of(holiday, year);
        if (!day) continue;
        all.push_back({.day = *day,
                       .weekday = weekday(*day),
                       .kind = "holiday",
                       .name = holiday.name,
                       .org = {},
                       .source = holiday.source});
    }
    for (const ClosingRow& row : read_closings(db, days, organisation)) {
        all.push_back(closing(row, row.organisation_id ? filter.org : std::nullopt));
    }
    std::ranges::stable_sort(all, {}, &DayOff::day);
    return all;
}

Written<DayOff> Calendar::close(const NewClosing& request) {
    return bulk::run_one(env_, "calendar.close",
                         [&](bulk::Work& work) { return secure_zone::apply_close(work, request); });
}

bulk::Summary Calendar::close_rows(const bulk::Source<NewClosing>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "calendar.close", rows, options, sink,
                          [](bulk::Work& work, const NewClosing& request) {
                              const auto written = secure_zone::apply_close(work, request);
                              return bulk::result_of(written, secure_zone::id_of(written.item));
                          });
}

Written<DayOff> Calendar::open(const NewClosing& request) {
    return bulk::run_one(env_, "calendar.open",
                         [&](bulk::Work& work) { return secure_zone::apply_open(work, request); });
}

bulk::Summary Calendar::open_rows(const bulk::Source<NewClosing>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "calendar.open", rows, options, sink,
                          [](bulk::Work& work, const NewClosing& request) {
                              const auto written = secure_zone::apply_open(work, request);
                              return bulk::result_of(written, secure_zone::id_of(written.item));
                          });
}

}  // namespace dcadmin
