// SPDX-License-Identifier: Apache-2.0
// Recurring pickups: which days a series says, what holidays make of them, and that each becomes
// one pickup.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/pickup_series.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct SeriesFixture : Fixture {
    RecurringPickups recurring{env};
    Pickups pickups{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    Person lucas = add_person(1);

    SeriesFixture() { add_relation(lucas.id, org, "2020-01-01", "2030-12-31"); }

    NewPickupSeries every(PickupRhythm rhythm, int on) {
        return {.org = org,
                .site = aalst,
                .region = Region::flanders,
                .every = rhythm,
                .on = on,
                .from = {},
                .until = {},
                .contact = lucas.id,
                .phone = PhoneNumber::parse("0470123456"),
                .bags = {},
                .on_holiday = {},
                .reason = "vast"};
    }
    NewPickupSeries fridays() { return every(PickupRhythm::week, 5); }
    PickupSeriesEnd end() {
        return {.org = org, .site = aalst, .region = Region::flanders, .reason = "gedaan"};
    }
    Lines shown(std::string_view until) {
        Lines all;
        OccurrenceFilter filter;
        filter.until = day(until);
        recurring.occurrences(filter, [&](const PickupOccurrence& one) {
            all.push_back(fmt::format("{} {} {} {} {}", one.day.iso(), one.fate,
                                      one.comes_on ? one.comes_on->iso() : "-",
                                      one.pickup ? one.pickup->text() : "-", one.why));
            return true;
        });
        return all;
    }
    /// The days that a run asks for.
    Lines run_on(std::string_view now, int ahead = 14) {
        clock.set(Timestamp::parse(now));
        Lines days;
        const auto result = recurring.run({.org = {}, .ahead = ahead});
        for (const Pickup& one : result.asked) days.push_back(one.day.iso());
        for (const std::string& problem : result.problems) days.push_back(problem);
        return days;
    }
    bool sound() { return problems().empty() && Audit(env).verify({}).problems.empty(); }
};

}  // namespace

TEST_CASE("a series is shown beforehand with the holidays that are in its way") {
    SeriesFixture f;
    const auto written = f.recurring.set(f.fridays());
    CHECK(written.changed);
    CHECK(written.remark ==
          "the carrier comes first on 27/11/2026; 25/12/2026 skipped (Kerstmis); 01/01/2027 "
          "skipped (Nieuwjaar)");
    CHECK(written.item.from == day("2026-11-23"));
    CHECK(written.item.bags == 1);
    CHECK(f.last_entry() == "pickup_series set 1 vast");
    CHECK(f.shown("2027-01-08") ==
          Lines{"2026-11-27 kept 2026-11-27 - ", "2026-12-04 kept 2026-12-04 - ",
                "2026-12-11 kept 2026-12-11 - ", "2026-12-18 kept 2026-12-18 - ",
                "2026-12-25 skipped - - Kerstmis", "2027-01-01 skipped - - Nieuwjaar",
                "2027-01-08 kept 2027-01-08 - "});
    Calendar(f.env).close({.day = day("2026-12-28"), .org = f.org, .reason = "kerstverlof"});
    Calendar(f.env).close({.day = day("2026-12-18"), .org = {}, .reason = "verdeler dicht"});
    NewPickupSeries moved = f.fridays();
    moved.on_holiday = OnHoliday::next;
    CHECK(f.recurring.set(moved).changed);
    CHECK(f.last_entry() == "pickup_series change 1 vast");
    CHECK(f.shown("2026-12-31").at(3) == "2026-12-18 moved 2026-12-21 - verdeler dicht");
    CHECK(f.shown("2026-12-31").at(4) == "2026-12-25 moved 2026-12-29 - Kerstmis");
    CHECK_FALSE(f.recurring.set(f.fridays()).changed);  // what is left out stays
    CHECK(f.sound());
}

TEST_CASE("second weeks count from the first day, and a month that lacks a day has its last") {
    SeriesFixture f;
    NewPickupSeries second = f.every(PickupRhythm::two_weeks, 2);
    second.from = day("2026-11-25");
    f.recurring.set(second);
    CHECK(f.shown("2026-12-31") == Lines{"2026-12-01 kept 2026-12-01 - ",
                                         "2026-12-15 kept 2026-12-15 - ",
                                         "2026-12-29 kept 2026-12-29 - "});
    NewPickupSeries last = f.every(PickupRhythm::month, 31);
    last.until = day("2028-03-31");
    f.recurring.set(last);
    const Lines days = f.shown("2028-02-29");
    CHECK(days.at(0) == "2026-11-30 kept 2026-11-30 - ");
    CHECK(days.at(2) == "2027-01-31 moved 2027-02-01 - Sunday");
    CHECK(days.at(3) == "2027-02-28 moved 2027-03-01 - Sunday");
    CHECK(days.at(9) == "2027-08-31 kept 2027-08-31 - ");
    CHECK(days.back() == "2028-02-29 kept 2028-02-29 - ");
    // The Saturday is moved to a Monday that is a holiday, and that is skipped as the others.
    NewPickupSeries easter = f.every(PickupRhythm::month, 27);
    easter.from = day("2027-03-01");
    easter.until = day("2027-03-31");
    f.recurring.set(easter);
    CHECK(f.shown("2027-03-31") == Lines{"2027-03-27 skipped - - Paasmaandag"});
    easter.on_holiday = OnHoliday::next;
    f.recurring.set(easter);
    CHECK(f.shown("2027-03-31") == Lines{"2027-03-27 moved 2027-03-30 - Paasmaandag"});
    CHECK(f.sound());
}

TEST_CASE("however often it runs, and however late, each day is asked for once") {
    SeriesFixture f;
    f.recurring.set(f.fridays());
    CHECK(f.run_on("2026-11-23T10:00:00Z") == Lines{"2026-11-27", "2026-12-04"});
    CHECK(f.last_entry() == "pickup request 2");
    CHECK(f.run_on("2026-11-23T10:00:00Z").empty());
    CHECK(f.run_on("2026-11-24T10:00:00Z").empty());
    CHECK(f.run_on("2026-11-27T12:00:00Z") == Lines{"2026-12-11"});
    // Three weeks nothing ran: what has gone by is not asked for.
    CHECK(f.run_on("2026-12-20T12:00:00Z", 30) == Lines{"2027-01-08", "2027-01-15"});
    CHECK(f.column("SELECT day FROM pickup ORDER BY day") ==
          Lines{"2026-11-27", "2026-12-04", "2026-12-11", "2027-01-08", "2027-01-15"});
    CHECK_THROWS(
        f.run("INSERT INTO pickup (organisation_id, context_id, region, day, person_id, "
              "phone, bags, cancelled_at, operation_id, series_id, series_day) SELECT "
              "organisation_id, context_id, region, '2030-01-01', person_id, phone, bags, "
              "cancelled_at, operation_id, series_id, series_day FROM pickup WHERE id = 1"));
    CHECK(f.shown("2027-01-08").back() == "2027-01-08 kept 2027-01-08 u-4 ");
    CHECK(f.sound());
}

TEST_CASE("machines that run at the same time ask for each day once") {
    if (!on_postgres()) return;
    SeriesFixture f;
    for (const Region region : all_regions) {
        NewPickupSeries series = f.fridays();
        series.region = region;
        f.recurring.set(series);
    }
    std::atomic<std::size_t> asked{0};
    std::atomic<std::size_t> problems{0};
    std::vector<std::thread> machines;
    for (int i = 0; i < 4; ++i) {
        machines.emplace_back([&] {
            Store store = Store::open(f.store.url(), StoreAccess::write);
            const Env env{store, f.clock, {"machine", {}}, "test"};
            const auto result = RecurringPickups(env).run({.org = {}, .ahead = 28});
            asked += result.asked.size();
            problems += result.problems.size();
        });
    }
    for (std::thread& machine : machines) machine.join();
    CHECK(asked == 12);
    CHECK(problems == 0);
    CHECK(f.column("SELECT count(*) FROM pickup") == Lines{"12"});
    CHECK(f.sound());
}

TEST_CASE("a day whose last moment has passed is left out, and the next comes") {
    SeriesFixture f;
    f.recurring.set(f.every(PickupRhythm::week, 2));
    CHECK(f.run_on("2026-11-23T11:30:01Z", 10) == Lines{"2026-12-01"});
    NewPickupSeries brussels = f.every(PickupRhythm::week, 2);
    brussels.region = Region::brussels;
    f.clock.set(Timestamp::parse("2026-11-23T10:00:00Z"));
    f.recurring.set(brussels);
    CHECK(f.run_on("2026-11-23T11:30:00Z", 1) == Lines{"2026-11-24", "2026-11-24"});
}

TEST_CASE("days that are moved to one are one pickup, and one that is asked for already counts") {
    SeriesFixture f;
    for (const char* const closed :
         {"2026-12-04", "2026-12-07", "2026-12-11", "2026-12-08", "2026-12-09", "2026-12-10"}) {
        Calendar(f.env).close({.day = day(closed), .org = f.org, .reason = "verbouwing"});
    }
    NewPickupSeries series = f.fridays();
    series.on_holiday = OnHoliday::next;
    f.recurring.set(series);
    f.pickups.request({.org = f.org,
                       .site = f.aalst,
                       .day = day("2026-11-27"),
                       .contact = f.lucas.id,
                       .phone = PhoneNumber::parse("0470123456"),
                       .region = Region::flanders,
                       .bags = 3,
                       .next_when_late = false,
                       .reason = "eerst"});
    CHECK(f.run_on("2026-11-24T10:00:00Z", 22) == Lines{"2026-12-14"});
    CHECK(f.shown("2026-12-11") == Lines{"2026-11-27 kept 2026-11-27 u-1 ",
                                         "2026-12-04 moved 2026-12-14 u-2 verbouwing",
                                         "2026-12-11 moved 2026-12-14 u-2 verbouwing"});
    f.pickups.cancel({.id = PickupId::from_stored(2), .reason = "toch niet"});
    CHECK(f.run_on("2026-11-24T10:00:00Z", 22).empty());
    CHECK(f.sound());
}

TEST_CASE("what was taken out stays out, asked for or not") {
    SeriesFixture f;
    const auto id = f.recurring.set(f.fridays()).item.id;
    f.run_on("2026-11-23T10:00:00Z", 7);
    const PickupSkip asked{
        .pickup = PickupId::from_stored(1), .series = {}, .day = {}, .reason = "leeg"};
    CHECK(f.recurring.skip(asked).item.state == "cancelled");
    CHECK(f.last_entry() == "pickup skip 1 leeg");
    CHECK_FALSE(f.recurring.skip(asked).changed);
    PickupSkip ahead{.pickup = {}, .series = id, .day = day("2026-12-11"), .reason = "brugdag"};
    CHECK(f.recurring.skip(ahead).changed);
    CHECK(f.last_entry() == "pickup skip 2 brugdag");
    CHECK_FALSE(f.recurring.skip(ahead).changed);
    CHECK(f.run_on("2026-11-23T10:00:00Z", 30) == Lines{"2026-12-04", "2026-12-18"});
    CHECK(f.shown("2026-12-18") ==
          Lines{"2026-11-27 taken-out - u-1 ", "2026-12-04 kept 2026-12-04 u-3 ",
                "2026-12-11 taken-out - u-2 ", "2026-12-18 kept 2026-12-18 u-4 "});
    // By its day when it is asked for, too.
    ahead.day = day("2026-12-18");
    CHECK(f.recurring.skip(ahead).item.id == PickupId::from_stored(4));
    const std::string before = f.trace();
    const auto with = [&](PickupSkip skip) { return refused([&] { f.recurring.skip(skip); }); };
    CHECK(with({.pickup = {}, .series = id, .day = day("2026-12-10"), .reason = ""}) ==
          "rule date");
    CHECK(with({.pickup = {}, .series = id, .day = {}, .reason = ""}) == "usage id");
    CHECK(with({.pickup = {}, .series = {}, .day = {}, .reason = ""}) == "usage id");
    CHECK(with({.pickup = {},
                .series = PickupSeriesId::from_stored(9),
                .day = day("2026-12-11"),
                .reason = ""}) == "not_found series");
    CHECK(with({.pickup = PickupId::from_stored(9), .series = {}, .day = {}, .reason = ""}) ==
          "not_found id");
    CHECK(f.trace() == before);
    CHECK(f.sound());
}

TEST_CASE("a pickup of no series is taken back, not skipped") {
    SeriesFixture f;
    const auto id = f.pickups
                        .request({.org = f.org,
                                  .site = f.aalst,
                                  .day = day("2026-11-27"),
                                  .contact = f.lucas.id,
                                  .phone = PhoneNumber::parse("0470123456"),
                                  .region = Region::flanders,
                                  .bags = 3,
                                  .next_when_late = false,
                                  .reason = ""})
                        .item.id;
    CHECK(refused([&] {
              f.recurring.skip({.pickup = id, .series = {}, .day = {}, .reason = ""});
          }) == "rule id");
}

TEST_CASE("a series that ends takes back what it asked for") {
    SeriesFixture f;
    f.recurring.set(f.fridays());
    f.run_on("2026-11-27T08:00:00Z");  // a Friday: that day's cannot be asked for any more
    CHECK(f.recurring.off(f.end()).remark == "taken back: u-1, u-2");
    CHECK(f.entries().at(f.entries().size() - 3) == "pickup_series end 1 gedaan");
    CHECK(f.last_entry() == "pickup cancel 2 gedaan");
    CHECK_FALSE(f.recurring.off(f.end()).changed);
    CHECK(f.shown("2026-12-31").empty());
    CHECK(f.run_on("2026-11-27T08:00:00Z").empty());
    // Begun again it is another series, which asks for them anew.
    CHECK(f.recurring.set(f.fridays()).item.id == PickupSeriesId::from_stored(2));
    CHECK(f.run_on("2026-11-27T08:00:00Z") == Lines{"2026-12-04", "2026-12-11"});
    PickupSeriesEnd nowhere = f.end();
    nowhere.region = Region::wallonia;
    CHECK(refused([&] { f.recurring.off(nowhere); }) == "not_found site");
    CHECK(f.sound());
}

TEST_CASE("changing a series leaves what is asked for already, and says so") {
    SeriesFixture f;
    f.recurring.set(f.fridays());
    f.run_on("2026-11-23T10:00:00Z", 7);
    const auto changed = f.recurring.set(f.every(PickupRhythm::week, 1));
    CHECK(changed.remark ==
          "the carrier comes first on 30/11/2026; asked for already, and left as they are: u-1");
    CHECK(f.run_on("2026-11-23T10:00:00Z", 7) == Lines{"2026-11-30"});
}

TEST_CASE("a series that cannot be is refused and leaves no trace") {
    SeriesFixture f;
    const SiteNumber elsewhere = f.add_site(f.other, 3, "Luik");
    const Person anna = f.add_person(2, "Anna", "Peeters");
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewPickupSeries asked = f.fridays();
        change(asked);
        return refused([&] { f.recurring.set(asked); });
    };
    CHECK(with([](auto& s) { s.on = 6; }) == "usage on");
    CHECK(with([](auto& s) { s.on = 0; }) == "usage on");
    CHECK(with([](auto& s) {
              s.every = PickupRhythm::month;
              s.on = 32;
          }) == "usage on");
    CHECK(with([](auto& s) { s.bags = 0; }) == "usage bags");
    CHECK(with([](auto& s) { s.until = day("2026-11-22"); }) == "usage until");
    CHECK(with([](auto& s) {
              s.from = day("2027-01-01");
              s.until = day("2026-12-31");
          }) == "usage until");
    CHECK(with([&](auto& s) { s.site = elsewhere; }) == "not_found site");
    CHECK(with([&](auto& s) { s.contact = anna.id; }) == "rule contact");
    CHECK(with([](auto& s) { s.org = org_number(9); }).starts_with("not_found"));
    CHECK(refused([&] { f.recurring.run({.org = {}, .ahead = 0}); }) == "usage ahead");
    CHECK(refused([] { static_cast<void>(parse_pickup_rhythm("day")); }) == "usage every");
    CHECK(refused([] { static_cast<void>(parse_on_holiday("later")); }) == "usage on-holiday");
    CHECK(f.trace() == before);
}

TEST_CASE("a contact who has left keeps his series from being asked for, and no other") {
    SeriesFixture f;
    f.recurring.set(f.fridays());
    const Person anna = f.add_person(2, "Anna", "Peeters");
    f.add_relation(anna.id, f.org);
    NewPickupSeries hers = f.fridays();
    hers.region = Region::brussels;
    hers.contact = anna.id;
    f.recurring.set(hers);
    f.run("UPDATE working_relation SET valid_until = '2026-11-01' WHERE person_id = " +
          std::to_string(f.lucas.id.value()));
    const Lines came = f.run_on("2026-11-23T10:00:00Z", 7);
    REQUIRE(came.size() == 2);
    CHECK(came.front() == "2026-11-27");
    CHECK(came.back() ==
          "y-1: its contact p-1 does not work there any more; name another: dcadmin pickup recur "
          "set");
    CHECK(refused([&] {
              Leavers(f.env).erase({.person = f.lucas.id, .reason = "gevraagd", .force = true});
          }).starts_with("rule"));
    f.recurring.off(f.end());
    f.clock.set(Timestamp::parse("2027-11-23T10:00:00Z"));
    Leavers(f.env).erase({.person = f.lucas.id, .reason = "gevraagd", .force = true});
    CHECK(f.column("SELECT phone FROM pickup_series ORDER BY id").front().empty());
    CHECK(f.problems().empty());
}

TEST_CASE("who holds the zone's right at the site keeps its series; others do not") {
    constexpr std::string_view zone = "dienstencheques-erkende-onderneming";
    SeriesFixture f;
    const SiteNumber gent = f.add_site(f.org, 2, "Gent");
    f.add_right(zone);
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
        "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
        "context_value WHERE kind = 'site' AND number = " +
        f.aalst.digits() +
        "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    NewPickupSeries there = f.fridays();
    there.site = gent;
    const auto foreign = f.recurring.set(there).item.id;
    const ActingAs acting(f, open_session(f, {.person = f.lucas.id.value(), .org = f.org}));
    CHECK(f.recurring.set(f.fridays()).changed);
    there.region = Region::brussels;
    CHECK(refused([&] { f.recurring.set(there); }) == "not_allowed ");
    CHECK(refused([&] {
              f.recurring.skip(
                  {.pickup = {}, .series = foreign, .day = day("2026-11-27"), .reason = ""});
          }) == "not_allowed ");
    PickupSeriesEnd end = f.end();
    end.site = gent;
    CHECK(refused([&] { f.recurring.off(end); }) == "not_allowed ");
    CHECK(f.run_on("2026-11-23T10:00:00Z", 7) == Lines{"2026-11-27"});
    CHECK(f.shown("2026-11-30") == Lines{"2026-11-27 kept 2026-11-27 u-1 "});
}

TEST_CASE("of another company a series is not there") {
    SeriesFixture f;
    const auto id = f.recurring.set(f.fridays()).item.id;
    const Person anna = f.add_person(2, "Anna", "Peeters");
    f.add_relation(anna.id, f.other);
    const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.other}));
    CHECK(refused([&] {
              f.recurring.skip(
                  {.pickup = {}, .series = id, .day = day("2026-11-27"), .reason = ""});
          }) == "not_found series");
    CHECK(refused([&] { f.recurring.set(f.fridays()); }).starts_with("not_found"));
    CHECK(refused([&] { f.recurring.off(f.end()); }).starts_with("not_found"));
}

TEST_CASE("files of series and of what is taken out tell what came of each row") {
    SeriesFixture f;
    NewPickupSeries bad = f.fridays();
    bad.on = 7;
    const std::vector<std::variant<NewPickupSeries, Error>> rows{f.fridays(), f.fridays(), bad};
    CHECK(run_rows<NewPickupSeries>(rows, {.skip_invalid = true},
                                    [&](const auto& source, const auto& how, const auto& sink) {
                                        return f.recurring.set_rows(source, how, sink);
                                    })
              .states() == "applied unchanged rejected");
    const PickupSkip skip{.pickup = {},
                          .series = PickupSeriesId::from_stored(1),
                          .day = day("2026-11-27"),
                          .reason = ""};
    const std::vector<std::variant<PickupSkip, Error>> skips{skip, skip};
    CHECK(
        run_rows<PickupSkip>(skips, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.recurring.skip_rows(source, how, sink);
        }).states() == "applied unchanged");
    const std::vector<std::variant<PickupSeriesEnd, Error>> ends{f.end(), f.end()};
    CHECK(run_rows<PickupSeriesEnd>(ends, {},
                                    [&](const auto& source, const auto& how, const auto& sink) {
                                        return f.recurring.off_rows(source, how, sink);
                                    })
              .states() == "applied unchanged");
    CHECK(f.sound());
}

}  // namespace dcadmin::test
