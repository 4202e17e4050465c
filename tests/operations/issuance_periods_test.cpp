// SPDX-License-Identifier: Apache-2.0
// On which days automatic issuances are made: weekends, holidays, month ends, leap days, both
// changes of the clock.
#include "secure_zone/issuances/periods.h"

#include "secure_zone/calendar/working_days.h"

#include "support/fixture.h"

#include <dcadmin/secure_zone/calendar.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using secure_zone::Rhythm;
using Lines = std::vector<std::string>;

struct PeriodsFixture : Fixture {
    secure_zone::WorkingDays days = secure_zone::working_days(store.db());

    /// "2026-11: 2026-11-30" for each that is due: its name, and when it is made.
    Lines due(const Rhythm& rhythm, std::string_view today) {
        Lines all;
        for (const auto& one : secure_zone::due_periods(rhythm, rhythm.since, day(today), days)) {
            all.push_back(one.name + ": " + one.run_on.iso());
        }
        return all;
    }
    std::string next(const Rhythm& rhythm, std::string_view today) {
        const auto one = secure_zone::next_run(rhythm, day(today), days);
        return one.name + ": " + one.run_on.iso();
    }
};

Rhythm every(Every every, int on, std::string_view since) {
    return {.every = every, .on = on, .since = day(since)};
}

}  // namespace

TEST_CASE("a month's issuance is made with its day, cut to the month, or on the next working day") {
    PeriodsFixture f;
    const auto last = every(Every::month, 31, "2027-12-15");
    // 31/12/2027 is a Friday; 31/01/2028 a Monday; 2028 is a leap year, 29/02 a Tuesday.
    CHECK(f.due(last, "2028-04-30") == Lines{"2027-12: 2027-12-31", "2028-01: 2028-01-31",
                                             "2028-02: 2028-02-29", "2028-03: 2028-03-31"});
    // 30/04/2028 is a Sunday, and 1 May a holiday.
    CHECK(f.next(last, "2028-04-30") == "2028-04: 2028-05-02");
    CHECK(f.next(last, "2028-05-01") == "2028-04: 2028-05-02");
    CHECK(f.next(last, "2028-05-02") == "2028-05: 2028-05-31");
    const auto leap = every(Every::month, 29, "2027-01-30");
    CHECK(f.due(leap, "2027-03-01") == Lines{"2027-02: 2027-03-01"});
}

TEST_CASE("a week's issuance is made on its weekday, or after the holiday that it falls on") {
    PeriodsFixture f;
    const auto mondays = every(Every::week, 1, "2027-03-22");
    // The clocks go forward on Sunday 28/03/2027; Easter Monday is 29/03.
    CHECK(f.due(mondays, "2027-04-05") ==
          Lines{"2027-03-22: 2027-03-22", "2027-03-29: 2027-03-30", "2027-04-05: 2027-04-05"});
    const auto sundays = every(Every::week, 7, "2027-10-25");
    // They go back on Sunday 31/10/2027; Monday 1 November is a holiday.
    CHECK(f.due(sundays, "2027-11-01").empty());
    CHECK(f.next(sundays, "2027-11-01") == "2027-10-31: 2027-11-02");
}

TEST_CASE("every second week is counted from when it was set") {
    PeriodsFixture f;
    const auto fridays = every(Every::two_weeks, 5, "2026-11-23");
    CHECK(f.due(fridays, "2026-12-27") ==
          Lines{"2026-11-27: 2026-11-27", "2026-12-11: 2026-12-11"});
    // Christmas is on a Friday.
    CHECK(f.next(fridays, "2026-12-11") == "2026-12-25: 2026-12-28");
    CHECK(f.next(fridays, "2026-12-27") == "2026-12-25: 2026-12-28");
    CHECK(f.next(fridays, "2026-12-28") == "2027-01-08: 2027-01-08");
}

TEST_CASE("every day is every working day, and days on which the issuer is closed are none") {
    PeriodsFixture f;
    Calendar(f.env).close({.day = day("2026-12-24"), .org = {}, .reason = "brugdag"});
    f.days = secure_zone::working_days(f.store.db());
    const auto daily = every(Every::day, 0, "2026-12-23");
    CHECK(f.due(daily, "2026-12-29") ==
          Lines{"2026-12-23: 2026-12-23", "2026-12-28: 2026-12-28", "2026-12-29: 2026-12-29"});
    CHECK(f.next(daily, "2026-12-23") == "2026-12-28: 2026-12-28");
    CHECK(f.due(daily, "2026-12-22").empty());
}

}  // namespace dcadmin::test
