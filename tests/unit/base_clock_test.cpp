// SPDX-License-Identifier: Apache-2.0
// The EU rule against two independent sources: Debian's date library, whose reader of the
// time-zone database knows no switch after 2037, and beyond that the C library, which reads the
// rule that the database ends with.
#include <dcadmin/base/clock.h>

#include "base/brussels.h"
#include "refusal.h"

#include <date/tz.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

namespace dcadmin {

namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day_length = 24 * hour;

std::int64_t start_of_year(int year) {
    return Date::of(year, 1, 1).days() * day_length;
}

class BrusselsTime {
   public:
    BrusselsTime() {
        if (const char* const before = std::getenv("TZ")) before_ = before;
        setenv("TZ", "Europe/Brussels", 1);
        tzset();
    }
    ~BrusselsTime() {
        if (before_) {
            setenv("TZ", before_->c_str(), 1);
        } else {
            unsetenv("TZ");
        }
        tzset();
    }
    BrusselsTime(const BrusselsTime&) = delete;
    BrusselsTime& operator=(const BrusselsTime&) = delete;

    [[nodiscard]] std::int64_t offset(std::int64_t seconds) const {
        const std::time_t moment = seconds;
        std::tm local{};
        localtime_r(&moment, &local);
        return local.tm_gmtoff;
    }

   private:
    std::optional<std::string> before_;
};

std::int64_t offset_by_database(const date::time_zone& zone, std::int64_t seconds) {
    return zone.get_info(date::sys_seconds{std::chrono::seconds{seconds}}).offset.count();
}

Timestamp at(std::string_view text) {
    return Timestamp::parse(text);
}

}  // namespace

TEST_CASE("the offset of Brussels is that of the time-zone database in every hour to 2037") {
    const date::time_zone& zone = *date::locate_zone("Europe/Brussels");
    const std::int64_t end = start_of_year(2038);
    int switches = 0;
    for (std::int64_t moment = start_of_year(1997); moment < end; moment += hour) {
        const std::int64_t offset = brussels_offset(moment);
        REQUIRE_MESSAGE(offset == offset_by_database(zone, moment),
                        Timestamp::from_seconds(moment).iso());
        if (offset == brussels_offset(moment - 1)) continue;
        REQUIRE(offset_by_database(zone, moment) != offset_by_database(zone, moment - 1));
        ++switches;
    }
    CHECK(switches == 2 * (2037 - 1997 + 1));
}

TEST_CASE("the offset of Brussels is that of the C library in every hour from 1997 to 2060") {
    const BrusselsTime brussels;
    const std::int64_t end = start_of_year(2061);
    int switches = 0;
    for (std::int64_t moment = start_of_year(1997); moment < end; moment += hour) {
        const std::int64_t offset = brussels_offset(moment);
        REQUIRE_MESSAGE(offset == brussels.offset(moment), Timestamp::from_seconds(moment).iso());
        if (offset == brussels_offset(moment - 1)) continue;
        REQUIRE(brussels.offset(moment) != brussels.offset(moment - 1));
        ++switches;
    }
    CHECK(switches == 2 * (2060 - 1997 + 1));
}

TEST_CASE("a moment is read and printed in UTC") {
    const Timestamp moment = at("2026-11-23T12:31:39Z");
    CHECK(moment.seconds() == 1'795'437'099);
    CHECK(moment.iso() == "2026-11-23T12:31:39Z");
    CHECK(at("1969-12-31T23:59:59Z").seconds() == -1);
    CHECK(Timestamp::from_seconds(-1).iso() == "1969-12-31T23:59:59Z");
    CHECK(Timestamp::from_seconds(0).iso() == "1970-01-01T00:00:00Z");
}

TEST_CASE("a moment is shown by the wall clock of Brussels") {
    CHECK(at("2026-11-23T12:31:39Z").formatted() == "23/11/2026 13:31");
    CHECK(at("2026-07-01T22:30:00Z").formatted() == "02/07/2026 00:30");
    CHECK(at("2026-03-29T00:59:59Z").formatted() == "29/03/2026 01:59");
    CHECK(at("2026-03-29T01:00:00Z").formatted() == "29/03/2026 03:00");
    CHECK(at("2026-10-25T00:59:59Z").formatted() == "25/10/2026 02:59");
    CHECK(at("2026-10-25T01:00:00Z").formatted() == "25/10/2026 02:00");
}

TEST_CASE("what is no moment is refused") {
    for (const std::string_view text :
         {"", "2026-11-23", "2026-11-23T12:31:39", "2026-11-23 12:31:39Z", "2026-11-23T24:00:00Z",
          "2026-11-23T12:60:00Z", "2026-11-23T12:31:60Z", "2026-11-23T12:31:3xZ",
          "2026-11-23T12:31:39z", "2026-11-23T-1:31:39Z"}) {
        CAPTURE(text);
        CHECK(refusal([&] { (void)at(text); }).ends_with("is not a moment"));
    }
    CHECK(refusal([] { (void)at("2026-02-30T00:00:00Z"); }) ==
          "'2026-02-30' is not a date: that month has 28 days, not 30");
}

TEST_CASE("a day ends at midnight in Brussels") {
    CHECK(Timestamp::end_of(Date::of(2026, 12, 31)).iso() == "2026-12-31T23:00:00Z");
    CHECK(Timestamp::end_of(Date::of(2026, 6, 30)).iso() == "2026-06-30T22:00:00Z");
    CHECK(Timestamp::end_of(Date::of(2026, 3, 28)).iso() == "2026-03-28T23:00:00Z");
    CHECK(Timestamp::end_of(Date::of(2026, 3, 29)).iso() == "2026-03-29T22:00:00Z");
    CHECK(Timestamp::end_of(Date::of(2026, 10, 24)).iso() == "2026-10-24T22:00:00Z");
    CHECK(Timestamp::end_of(Date::of(2026, 10, 25)).iso() == "2026-10-25T23:00:00Z");
}

TEST_CASE("every day from 1997 to 2060 ends where the next begins") {
    const Date last = Date::of(2060, 12, 31);
    for (Date day = Date::of(1997, 1, 1); day <= last; day = day.plus_days(1)) {
        const Timestamp end = Timestamp::end_of(day);
        REQUIRE(end.brussels_day() == day.plus_days(1));
        REQUIRE(Timestamp::from_seconds(end.seconds() - 1).brussels_day() == day);
    }
}

TEST_CASE("today is the day in Brussels whatever the zone of the machine") {
    FixedClock clock(at("2026-11-23T23:30:00Z"));
    CHECK(clock.today() == Date::of(2026, 11, 24));
    clock.set(at("2026-11-23T22:59:59Z"));
    CHECK(clock.today() == Date::of(2026, 11, 23));
    clock.set(at("2026-07-01T22:00:00Z"));
    CHECK(clock.today() == Date::of(2026, 7, 2));
}

TEST_CASE("the system's clock tells the real time") {
    const std::time_t before = std::time(nullptr);
    const std::int64_t now = SystemClock().now().seconds();
    const std::time_t after = std::time(nullptr);
    CHECK(before <= now);
    CHECK(now <= after + 1);
}

}  // namespace dcadmin
