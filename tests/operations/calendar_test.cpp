// SPDX-License-Identifier: Apache-2.0
// Holidays, closing days and terms. The vectors are those of the sheet (secure_zone.md, section 9),
// counted there by other means.
#include "secure_zone/calendar/rules.h"
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/calendar.h>

#include <doctest/doctest.h>

#include <algorithm>

namespace dcadmin::test {

namespace {

struct CalendarFixture : Fixture {
    Calendar calendar{env};
    EnterpriseNumber org = add_org(1);

    NewClosing closing(std::string_view on, std::optional<EnterpriseNumber> of = {}) {
        return {.day = day(on), .org = of, .reason = "brugdag"};
    }
    std::string working(std::string_view from, int days, std::optional<EnterpriseNumber> of = {}) {
        return calendar.deadline({.from = day(from), .working_days = days, .org = of})
            .last_day.iso();
    }
    std::string term(std::string_view from, const TermQuestion& question) {
        return calendar.deadline({.from = day(from), .term = question}).last_day.iso();
    }
    std::vector<std::string> off(int year, std::optional<EnterpriseNumber> of = {}) {
        std::vector<std::string> all;
        for (const DayOff& one : calendar.days_off({.year = year, .org = of})) {
            all.push_back(one.day.iso() + " " + one.kind);
        }
        return all;
    }
};

}  // namespace

TEST_CASE("the movable holidays fall where the church's tables put them") {
    struct Year {
        int year;
        const char *easter_monday, *ascension, *whit_monday;
    };
    const auto years = std::to_array<Year>({{2020, "2020-04-13", "2020-05-21", "2020-06-01"},
                                            {2021, "2021-04-05", "2021-05-13", "2021-05-24"},
                                            {2022, "2022-04-18", "2022-05-26", "2022-06-06"},
                                            {2023, "2023-04-10", "2023-05-18", "2023-05-29"},
                                            {2024, "2024-04-01", "2024-05-09", "2024-05-20"},
                                            {2025, "2025-04-21", "2025-05-29", "2025-06-09"},
                                            {2026, "2026-04-06", "2026-05-14", "2026-05-25"},
                                            {2027, "2027-03-29", "2027-05-06", "2027-05-17"},
                                            {2028, "2028-04-17", "2028-05-25", "2028-06-05"},
                                            {2029, "2029-04-02", "2029-05-10", "2029-05-21"},
                                            {2030, "2030-04-22", "2030-05-30", "2030-06-10"}});
    CalendarFixture f;
    for (const Year& one : years) {
        const auto days = f.off(one.year);
        CHECK(days.size() == 10);
        for (const auto* const movable : {one.easter_monday, one.ascension, one.whit_monday}) {
            CHECK(std::ranges::find(days, std::string(movable) + " holiday") != days.end());
        }
    }
    // The earliest and the latest Easter there are, and the two exceptions of the tables.
    for (const auto* const sunday : {"1818-03-22", "2285-03-22", "2038-04-25", "1943-04-25",
                                     "1981-04-19", "1954-04-18", "2049-04-18", "2076-04-19"}) {
        CHECK(secure_zone::easter(day(sunday).year()).iso() == sunday);
    }
}

TEST_CASE("every Easter of two thousand years is a Sunday between 22 March and 25 April") {
    for (int year = 1800; year < 3800; ++year) {
        const Date sunday = secure_zone::easter(year);
        CHECK(secure_zone::weekday(sunday) == 7);
        CHECK(sunday >= Date::of(year, 3, 22));
        CHECK(sunday <= Date::of(year, 4, 25));
    }
}

TEST_CASE("a weekday is known for days long past and far ahead") {
    CHECK(secure_zone::weekday(day("1970-01-01")) == 4);
    CHECK(secure_zone::weekday(day("1969-12-31")) == 3);
    CHECK(secure_zone::weekday(day("1800-01-01")) == 3);
    CHECK(secure_zone::weekday(day("2026-11-23")) == 1);
    CHECK(secure_zone::weekday(day("2024-02-29")) == 4);
    CHECK(secure_zone::weekday(day("9999-12-31")) == 5);
}

TEST_CASE("working days are counted over weekends, holidays and the turn of a year") {
    CalendarFixture f;
    struct Vector {
        const char *start, *five, *then_four, *sixty_later, *thirty;
    };
    const auto vectors = std::to_array<Vector>(
        {{"2020-10-30", "2020-11-06", "2020-11-13", "2021-01-05", "2020-11-29"},
         {"2020-12-23", "2020-12-31", "2021-01-07", "2021-03-01", "2021-01-22"},
         {"2021-05-12", "2021-05-20", "2021-05-27", "2021-07-19", "2021-06-11"},
         {"2025-06-05", "2025-06-13", "2025-06-19", "2025-08-12", "2025-07-05"},
         {"2026-04-02", "2026-04-10", "2026-04-16", "2026-06-09", "2026-05-02"}});
    for (const Vector& one : vectors) {
        CHECK(f.working(one.start, 5) == one.five);
        CHECK(f.working(one.five, 4) == one.then_four);
        CHECK(f.calendar.deadline({.from = day(one.five), .calendar_days = 60}).last_day.iso() ==
              one.sixty_later);
        CHECK(f.calendar.deadline({.from = day(one.start), .calendar_days = 30}).last_day.iso() ==
              one.thirty);
    }
    // From a day off, and from a leap day.
    CHECK(f.working("2026-11-21", 1) == "2026-11-23");
    CHECK(f.working("2024-02-29", 1) == "2024-03-01");
    CHECK(f.working("2024-02-28", 1) == "2024-02-29");
    CHECK(f.working("2026-03-27", 1) == "2026-03-30");  // the clocks go forward in between
    CHECK(f.working("2026-10-23", 1) == "2026-10-26");  // and back
}

TEST_CASE("a deadline tells when it is passed and what it went over") {
    CalendarFixture f;
    const Deadline deadline = f.calendar.deadline({.from = day("2026-12-23"), .working_days = 5});
    CHECK(deadline.term == "5 working days");
    CHECK(deadline.last_day.iso() == "2026-12-31");
    CHECK(deadline.passed_on.iso() == "2027-01-01");
    REQUIRE(deadline.skipped.size() == 1);
    CHECK(deadline.skipped.front().name == "Kerstmis");
    CHECK(deadline.source.empty());
    f.env.language = Language::fr;
    CHECK(f.calendar.deadline({.from = day("2026-12-23"), .working_days = 5}).skipped[0].name ==
          "Noël");
}

TEST_CASE("a deadline is asked in one way, and for so many days") {
    CalendarFixture f;
    CHECK(refused([&] { static_cast<void>(f.calendar.deadline({})); }) == "usage working_days");
    CHECK(refused([&] {
              static_cast<void>(f.calendar.deadline({.working_days = 1, .calendar_days = 1}));
          }) == "usage working_days");
    CHECK(refused([&] { static_cast<void>(f.calendar.deadline({.working_days = 0})); }) ==
          "usage working_days");
    CHECK(refused([&] { static_cast<void>(f.calendar.deadline({.calendar_days = 3651})); }) ==
          "usage calendar_days");
    CHECK(f.calendar.deadline({.calendar_days = 3650}).last_day.iso() == "2036-11-20");
}

TEST_CASE("the issuer's closing day moves every term, a company's its own days alone") {
    CalendarFixture f;
    const auto other = f.add_org(2);
    const auto closed = f.calendar.close(f.closing("2026-12-24"));
    CHECK(closed.changed);
    CHECK(closed.remark.empty());
    CHECK(f.last_entry() == "closing_day add 1");
    CHECK_FALSE(f.calendar.close(f.closing("2026-12-24")).changed);
    CHECK(f.calendar.close(f.closing("2026-12-28", f.org)).changed);
    CHECK(f.working("2026-12-23", 1) == "2026-12-28");
    CHECK(f.working("2026-12-23", 1, other) == "2026-12-28");
    CHECK(f.working("2026-12-23", 1, f.org) == "2026-12-29");
    CHECK(f.off(2026).size() == 11);
    CHECK(f.off(2026, f.org).size() == 12);
    CHECK(f.off(2027, f.org).size() == 10);
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("a day that is off anyway is closed with a word about it") {
    CalendarFixture f;
    CHECK(f.calendar.close(f.closing("2026-12-25")).remark == "it is a legal holiday: Kerstmis");
    CHECK(f.calendar.close(f.closing("2026-12-26")).remark == "it is a Saturday");
}

TEST_CASE("a closing day that is taken back counts no more, and can be set again") {
    CalendarFixture f;
    CHECK(refused([&] { f.calendar.open(f.closing("2026-12-24")); }) == "not_found date");
    f.calendar.close(f.closing("2026-12-24"));
    CHECK(refused([&] { f.calendar.open(f.closing("2026-12-24", f.org)); }) == "not_found date");
    CHECK(f.calendar.open(f.closing("2026-12-24")).changed);
    CHECK(f.last_entry() == "closing_day open 1 brugdag");
    CHECK(f.working("2026-12-23", 1) == "2026-12-24");
    CHECK(f.calendar.close(f.closing("2026-12-24")).changed);
    CHECK(f.working("2026-12-23", 1) == "2026-12-28");
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE closing_day SET day = '2026-12-23' WHERE id = 2");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a file of closing days tells what came of each") {
    CalendarFixture f;
    const std::vector<std::variant<NewClosing, Error>> rows{
        f.closing("2026-12-24"), f.closing("2026-12-24"), f.closing("2026-12-31", org_number(9))};
    const auto outcome = run_rows<NewClosing>(
        rows, {.skip_invalid = true}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.calendar.close_rows(source, how, sink);
        });
    CHECK(outcome.states() == "applied unchanged rejected");
    CHECK(outcome.of(3) == "rejected not_found");
}

TEST_CASE("a chief closes his company, and neither the issuer nor another company") {
    CalendarFixture f;
    const auto other = f.add_org(2);
    const Person chief = f.add_person(1);
    f.run(
        "INSERT INTO administrator (organisation_id, person_id, role, domain_id, context_id, "
        "email, phone, valid_from, valid_until, ended_at, reason, operation_id) VALUES (1, 1, "
        "'chief', NULL, 0, 'an@example.be', '', '2026-01-01', '9999-12-31', '', '', (SELECT "
        "min(id) FROM operation))");
    const ActingAs acting(f, open_session(f, {.person = chief.id.value(), .org = f.org}));
    CHECK(f.calendar.close(f.closing("2026-12-24", f.org)).changed);
    CHECK(refused([&] { f.calendar.close(f.closing("2026-12-24")); }) == "not_allowed ");
    CHECK(refused([&] { f.calendar.close(f.closing("2026-12-24", other)); }) == "not_found org");
    CHECK(refused([&] { f.off(2026, other); }) == "not_found org");
}

TEST_CASE("a term of the law is that of its day, region and way") {
    CalendarFixture f;
    const auto by = [](EnteredBy who, Region region) {
        return TermQuestion{.kind = TermKind::confirm, .region = region, .entered_by = who};
    };
    // The last day of the old rule and the first of the new one.
    CHECK(f.term("2025-05-30", {.kind = TermKind::confirm, .region = Region::flanders}) ==
          "2025-06-05");
    CHECK(f.term("2025-06-02", {.kind = TermKind::confirm,
                                .region = Region::flanders,
                                .channel = Channel::online}) == "2025-06-10");
    CHECK(f.term("2025-06-02", {.kind = TermKind::confirm,
                                .region = Region::flanders,
                                .channel = Channel::other}) == "2025-06-17");
    CHECK(f.term("2026-11-23", by(EnteredBy::worker, Region::brussels)) == "2026-11-27");
    CHECK(f.term("2026-11-23", by(EnteredBy::company, Region::brussels)) == "2027-01-22");
    CHECK(f.term("2020-10-28", by(EnteredBy::company, Region::wallonia)) == "2020-12-27");
    CHECK(f.term("2020-10-28", {.kind = TermKind::validate,
                                .region = Region::wallonia,
                                .entered_by = EnteredBy::company}) == "2020-11-02");
    CHECK(f.term("2020-10-29", {.kind = TermKind::validate,
                                .region = Region::wallonia,
                                .entered_by = EnteredBy::company}) == "2020-11-05");
}

TEST_CASE("a voucher holds until the end of a month, as the published examples say") {
    CalendarFixture f;
    const auto until = [&](std::string_view issued, Region region) {
        return f.term(issued, {.kind = TermKind::voucher, .region = region});
    };
    CHECK(until("2014-01-20", Region::flanders) == "2014-09-30");
    CHECK(until("2017-03-02", Region::brussels) == "2017-09-30");
    CHECK(until("2017-02-28", Region::brussels) == "2017-10-31");
    CHECK(until("2025-05-15", Region::flanders) == "2026-05-31");
    CHECK(until("2019-02-28", Region::flanders) == "2019-10-31");
    CHECK(until("2019-03-01", Region::flanders) == "2020-03-31");
    CHECK(until("2019-06-30", Region::wallonia) == "2020-02-29");
    CHECK(until("2019-07-01", Region::wallonia) == "2020-06-30");
    CHECK(until("2020-05-31", Region::wallonia) == "2021-04-30");
    CHECK(until("2020-06-01", Region::wallonia) == "2021-04-30");
    CHECK(until("2020-07-31", Region::wallonia) == "2021-04-30");
    CHECK(until("2020-08-01", Region::wallonia) == "2021-04-30");
    CHECK(until("2020-03-31", Region::brussels) == "2020-12-31");
    CHECK(until("2020-04-01", Region::brussels) == "2020-10-31");
}

TEST_CASE("where no source covers a day the answer says so") {
    CalendarFixture f;
    const auto asked = [&](std::string_view from, TermQuestion question) {
        return refused(
            [&] { static_cast<void>(f.calendar.deadline({.from = day(from), .term = question})); });
    };
    CHECK(asked("2021-06-01", {.kind = TermKind::voucher, .region = Region::wallonia}) ==
          "rule term");
    CHECK(asked("2013-12-31", {.kind = TermKind::voucher, .region = Region::flanders}) ==
          "rule term");
    CHECK(asked("2019-06-01", {.kind = TermKind::confirm, .region = Region::flanders}) ==
          "rule term");
    // Who registered the service decides there, and was not said.
    CHECK(asked("2026-11-23", {.kind = TermKind::confirm, .region = Region::brussels}) ==
          "rule term");
    CHECK(asked("2026-11-23", {.kind = TermKind::confirm, .region = Region::flanders}) ==
          "rule term");
}

TEST_CASE("the profile of 2020 freezes the rules of the deck") {
    CalendarFixture f;
    const TermQuestion question{.kind = TermKind::confirm, .region = Region::flanders};
    Policies(f.env).set({.name = "zone.profile", .value = "2020", .reason = "proef"});
    CHECK(f.term("2026-11-23", question) == "2026-11-27");
    CHECK(f.term("2014-01-20", {.kind = TermKind::voucher, .region = Region::flanders}) ==
          "2015-01-31");
    Policies(f.env).set({.name = "zone.profile", .value = "dated", .reason = "proef"});
    CHECK(refused([&] { f.term("2026-11-23", question); }) == "rule term");
}

}  // namespace dcadmin::test
