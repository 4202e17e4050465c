// SPDX-License-Identifier: Apache-2.0
// Pickups that come back (terugkerende ophalingen): every week, every second week or every month at
// a site, for the vouchers of one region. A series is a rule, not a pickup: its occurrences become
// ordinary pickups some days ahead, when run() is called, usually by a timer. That makes each
// occurrence exactly once, however often and on however many machines it runs: the pickup keeps
// which day of which series it is, and the store has that once. An occurrence whose last moment has
// passed is not asked for any more; nothing is made for days gone by. What was asked for and taken
// back, and what was taken out before it was asked for, stays out.
//
// The carrier comes on working days. An occurrence on a legal holiday, or on a closing day of the
// issuer or the company, is skipped or moved to the next working day, as the series says; a day of
// the month that is a Saturday or Sunday is always moved, for nobody meant the weekend by it. A
// month that lacks the day has its last day instead. Contact and telephone are those of the series.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/pickups.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

/// "week", "two-weeks", "month".
enum class PickupRhythm { week, two_weeks, month };
[[nodiscard]] DCADMIN_API std::string_view name_of(PickupRhythm every);
/// Refused with usage, about `every`, for another word.
[[nodiscard]] DCADMIN_API PickupRhythm parse_pickup_rhythm(std::string_view text);

/// "skip", "next": what becomes of an occurrence on a day that is no working day.
enum class OnHoliday { skip, next };
[[nodiscard]] DCADMIN_API std::string_view name_of(OnHoliday what);
/// Refused with usage, about `on-holiday`, for another word.
[[nodiscard]] DCADMIN_API OnHoliday parse_on_holiday(std::string_view text);

struct PickupSeries {
    PickupSeriesId id;
    EnterpriseNumber org;
    SiteNumber site;
    std::string site_name;
    Region region = Region::flanders;
    PickupRhythm every = PickupRhythm::week;
    int on = 1;  // 1 Monday … 5 Friday; of a month the day
    OnHoliday on_holiday = OnHoliday::skip;
    Date from;
    std::optional<Date> until;
    PersonId contact;
    std::string name;                  // of the contact
    std::optional<PhoneNumber> phone;  // none once he was erased
    int bags = 1;
    std::string state;  // "active", "ended"
};

struct NewPickupSeries {
    EnterpriseNumber org;
    SiteNumber site;
    Region region = Region::flanders;
    PickupRhythm every = PickupRhythm::week;
    int on = 1;
    std::optional<Date> from;   // default today; every second week counts from it
    std::optional<Date> until;  // default without end
    PersonRef contact;
    PhoneNumber phone;
    std::optional<int> bags;              // default 1
    std::optional<OnHoliday> on_holiday;  // default skip
    std::string reason;
};

struct PickupSeriesEnd {
    EnterpriseNumber org;
    SiteNumber site;
    Region region = Region::flanders;
    std::string reason;
};

/// What becomes of one day of a series.
struct PickupOccurrence {
    PickupSeries series;
    Date day;                        // as the series says
    std::string fate;                // "kept", "moved", "skipped", "taken-out"
    std::optional<Date> comes_on;    // absent when nobody comes
    std::string why;                 // it is moved or skipped: "Kerstmis", "Saturday"
    std::optional<PickupId> pickup;  // once it is asked for
};

struct OccurrenceFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<Date> until;  // default three months from today
};

/// One occurrence: a pickup that was asked for, or a series and its day.
struct PickupSkip {
    std::optional<PickupId> pickup;
    std::optional<PickupSeriesId> series;
    std::optional<Date> day;
    std::string reason;
};

struct SeriesRun {
    std::optional<EnterpriseNumber> org;  // default all that who asks may ask for
    int ahead = 14;                       // for occurrences of the next so many days
};

struct SeriesRunResult {
    std::vector<Pickup> asked;
    std::vector<std::string> problems;  // of series for which nothing could be asked, and why
};

class DCADMIN_API RecurringPickups {
   public:
    explicit RecurringPickups(const Env& env) : env_(env) {}

    /// By who holds the zone's right at the site; one series per site and region, so that setting
    /// it again changes it. What is left out stays as it is; unchanged when all of it is so.
    /// Pickups that were asked for already stay as they are. usage: a day outside 1..5 (a week's)
    /// or 1..31 (a month's), bags outside 1..999, an end before the beginning or gone by; rule: a
    /// contact who does not work there, a subsidiary that acts no more. Its remark tells when the
    /// carrier comes first, and of the next three months which days are skipped or moved. Recorded
    /// in the company's chain.
    Written<PickupSeries> set(const NewPickupSeries& request);
    bulk::Summary set_rows(const bulk::Source<NewPickupSeries>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Ends it, and takes back the coming pickups that it asked for. Unchanged when it has ended;
    /// not_found when there never was one. By whom and recorded as set().
    Written<PickupSeries> off(const PickupSeriesEnd& request);
    bulk::Summary off_rows(const bulk::Source<PickupSeriesEnd>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);

    /// The coming occurrences of the series that run, of the sites of who asks: by series and day.
    /// How many they are.
    std::uint64_t occurrences(const OccurrenceFilter& filter, const Each<PickupOccurrence>& each);
    /// Takes one occurrence out, whether it is asked for or not, and it stays out. Unchanged when
    /// it was. usage: not exactly one of pickup, and series with day; rule: a pickup of no series,
    /// one whose day has come, a day that is none of the series. As set().
    Written<Pickup> skip(const PickupSkip& request);
    bulk::Summary skip_rows(const bulk::Source<PickupSkip>& rows, const bulk::Options& options,
                            const bulk::Sink& sink);
    /// Asks for what is due. Each series is a transaction of its own, so that one that cannot be
    /// asked for (its contact has left) keeps no other from it. usage: ahead outside 1..60.
    SeriesRunResult run(const SeriesRun& request);

   private:
    const Env& env_;
};

}  // namespace dcadmin
