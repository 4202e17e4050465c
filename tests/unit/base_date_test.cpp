// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/date.h>

#include "refusal.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace dcadmin {

namespace {

std::string why_no_date(std::string_view text) {
    return refusal([&] { (void)Date::parse(text); });
}

std::string why_no_term(std::string_view text) {
    return refusal([&] { (void)Term::parse(text); });
}

DateRange range(std::string_view first, std::string_view last) {
    return DateRange::of(Date::parse(first), Date::parse(last));
}

std::string sum(std::string_view start, std::string_view term) {
    return Date::parse(start).plus(Term::parse(term)).iso();
}

}  // namespace

TEST_CASE("a day is read year first or day first, never month first") {
    for (const std::string_view text : {"2026-12-01", "01/12/2026", "01.12.2026"}) {
        CAPTURE(text);
        const Date day = Date::parse(text);
        CHECK(day.year() == 2026);
        CHECK(day.month() == 12);
        CHECK(day.day() == 1);
        CHECK(day.iso() == "2026-12-01");
        CHECK(day.formatted() == "01/12/2026");
    }
}

TEST_CASE("days are counted from 1970-01-01") {
    CHECK(Date::parse("1970-01-01").days() == 0);
    CHECK(Date::parse("1969-12-31").days() == -1);
    CHECK(Date::of(2000, 3, 1).days() == 11017);
    CHECK(Date::from_days(11017).iso() == "2000-03-01");
}

TEST_CASE("every day from 1800 to 9999 is printed as it is read") {
    const Date last = Date::parse("9999-12-31");
    for (Date day = Date::parse("1800-01-01"); day <= last; day = day.plus_days(97)) {
        REQUIRE(Date::parse(day.iso()) == day);
        REQUIRE(Date::parse(day.formatted()) == day);
        REQUIRE(Date::of(day.year(), day.month(), day.day()) == day);
    }
}

TEST_CASE("what is no date is refused with how to write one") {
    for (const std::string_view text :
         {"", "2026", "2026-12-1", "1/12/2026", "01-12-2026", "2026/12/01", "01/12.2026",
          "2026-12-011", " 2026-12-01", "2026-12-0x", "+026-12-01", "20261201", "01/12/26", "today",
          "2026-12\xE2\x80\x93"
          "0"}) {
        CAPTURE(text);
        CHECK(why_no_date(text).find("is not a date") != std::string::npos);
        CHECK(why_no_date(text).find("is not a date:") == std::string::npos);
    }
    try {
        (void)Date::parse("12/2026");
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.message() == "'12/2026' is not a date");
        CHECK(error.hint() ==
              "write year-month-day as in 2026-12-31, or day/month/year as in 31/12/2026");
    }
}

TEST_CASE("a day that does not exist is refused, saying why") {
    CHECK(why_no_date("2026-13-01") == "'2026-13-01' is not a date: there is no month 13");
    CHECK(why_no_date("2026-00-01") == "'2026-00-01' is not a date: there is no month 0");
    CHECK(why_no_date("12/31/2026") == "'12/31/2026' is not a date: there is no month 31");
    CHECK(why_no_date("2026-02-29") ==
          "'2026-02-29' is not a date: that month has 28 days, not 29");
    CHECK(why_no_date("1900-02-29") ==
          "'1900-02-29' is not a date: that month has 28 days, not 29");
    CHECK(why_no_date("2026-01-00") == "'2026-01-00' is not a date: that month has 31 days, not 0");
    CHECK(why_no_date("2000-02-29") == "accepted");
    CHECK(why_no_date("1799-12-31") ==
          "'1799-12-31' is not a date: its year is not between 1800 and 9999");
    CHECK(refusal([] { (void)Date::of(2026, 4, 31); }) ==
          "2026-04-31 is not a date: that month has 30 days, not 31");
    CHECK(refusal([] { (void)Date::of(10000, 1, 1); }) ==
          "10000-01-01 is not a date: its year is not between 1800 and 9999");
    CHECK(refusal([] { (void)Date::of(2026, 300, 1); }) ==
          "2026-300-01 is not a date: there is no month 300");
    CHECK(refusal([] { (void)Date::of(2026, 1, 300); }) ==
          "2026-01-300 is not a date: that month has 31 days, not 300");
}

TEST_CASE("adding months or years to a day that the target month lacks gives its last day") {
    CHECK(sum("2024-02-29", "1y") == "2025-02-28");
    CHECK(sum("2024-02-29", "4y") == "2028-02-29");
    CHECK(sum("2026-01-31", "1m") == "2026-02-28");
    CHECK(sum("2026-08-31", "6m") == "2027-02-28");
    CHECK(sum("2026-12-15", "1m") == "2027-01-15");
    CHECK(sum("2026-11-23", "30d") == "2026-12-23");
    CHECK(sum("2020-10-02", "10y") == "2030-10-02");
    CHECK(Date::of(2026, 3, 31).plus(Term::of(-1, Term::Unit::month)) == Date::of(2026, 2, 28));
}

TEST_CASE("a sum that leaves the calendar is refused") {
    const auto why = [](std::string_view start, Term term) {
        return refusal([&] { (void)Date::parse(start).plus(term); });
    };
    CHECK(why("2026-11-23", Term::parse("36500y")) ==
          "36500 years from 23/11/2026 does not end between the years 1800 and 9999");
    CHECK(why("9999-12-31", Term::parse("1d")) != "accepted");
    CHECK(why("9999-12-01", Term::parse("1m")) != "accepted");
    CHECK(why("1800-01-01", Term::of(-1, Term::Unit::month)) != "accepted");
    CHECK(why("2026-11-23", Term::of(std::numeric_limits<int>::max(), Term::Unit::day)) !=
          "accepted");
    CHECK(why("2026-11-23", Term::of(std::numeric_limits<int>::max(), Term::Unit::year)) !=
          "accepted");
    CHECK(sum("9999-12-30", "1d") == "9999-12-31");
}

TEST_CASE("a term is a number and d, m or y") {
    CHECK(Term::parse("30d") == Term::of(30, Term::Unit::day));
    CHECK(Term::parse("6m") == Term::of(6, Term::Unit::month));
    CHECK(Term::parse("36500y") == Term::of(36500, Term::Unit::year));
    CHECK(Term::parse("4y").text() == "4y");
    CHECK(Term::parse("6m").text() == "6m");
    CHECK(Term::parse("30d").text() == "30d");
    CHECK(Term::parse("4y").words() == "4 years");
    CHECK(Term::parse("1y").words() == "1 year");
    CHECK(Term::parse("1m").words() == "1 month");
    CHECK(Term::parse("30d").words() == "30 days");
    CHECK(why_no_term("4Y") == "'4Y' is not a term");
    for (const std::string_view text :
         {"", "4", "y", "0y", "36501d", "-1y", "+1y", "4 y", "4yy", "4w", "99999999999y", "1.5y"}) {
        CAPTURE(text);
        CHECK(why_no_term(text).ends_with("is not a term"));
    }
}

TEST_CASE("a period includes both its ends") {
    const DateRange year = range("2026-01-01", "2026-12-31");
    CHECK(year.contains(Date::parse("2026-01-01")));
    CHECK(year.contains(Date::parse("2026-12-31")));
    CHECK_FALSE(year.contains(Date::parse("2025-12-31")));
    CHECK_FALSE(year.contains(Date::parse("2027-01-01")));
    CHECK(year.formatted() == "01/01/2026 - 31/12/2026");
    CHECK(range("2026-05-05", "2026-05-05").contains(Date::parse("2026-05-05")));
}

TEST_CASE("periods overlap when they have a day in common") {
    const DateRange year = range("2026-01-01", "2026-12-31");
    CHECK(year.overlaps(range("2026-12-31", "2027-06-30")));
    CHECK_FALSE(year.overlaps(range("2027-01-01", "2027-06-30")));
    CHECK(year.common(range("2026-12-01", "2027-06-30")) == range("2026-12-01", "2026-12-31"));
    CHECK(year.common(range("2020-01-01", "2030-12-31")) == year);
    CHECK_FALSE(year.common(range("2027-01-01", "2027-06-30")).has_value());
}

TEST_CASE("a period that ends before it begins is refused") {
    CHECK(refusal([] { (void)range("2026-12-31", "2026-12-30"); }) ==
          "a period from 31/12/2026 cannot end before it, on 30/12/2026");
}

}  // namespace dcadmin
