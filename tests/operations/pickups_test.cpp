// SPDX-License-Identifier: Apache-2.0
// Pickups: until when they are asked for, and on which days the carrier comes.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/pickups.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct PickupsFixture : Fixture {
    Pickups pickups{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    Person lucas = add_person(1);

    PickupsFixture() { add_relation(lucas.id, org, "2020-01-01", "2030-12-31"); }
    NewPickup pickup(std::string_view on) {
        return {.org = org,
                .site = aalst,
                .day = day(on),
                .contact = lucas.id,
                .phone = PhoneNumber::parse("0470123456"),
                .region = Region::flanders,
                .bags = 2,
                .next_when_late = false,
                .reason = "maand vol"};
    }
    std::string asked(std::string_view on) {
        return refused([&] { pickups.request(pickup(on)); });
    }
    /// The day that one gets who takes the next possible.
    std::string next_for(std::string_view now, std::string_view on) {
        clock.set(Timestamp::parse(now));
        NewPickup late = pickup(on);
        late.next_when_late = true;
        const auto written = pickups.request(late);
        pickups.cancel({.id = written.item.id, .reason = ""});
        return written.item.day.iso();
    }
    Lines list(const PickupFilter& filter = {}) {
        Lines all;
        pickups.list(filter, [&](const Pickup& one) {
            all.push_back(one.id.text() + " " + one.day.iso() + " " + one.name + " " + one.state);
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a pickup names site, region, day and whom the driver turns to, once per day") {
    PickupsFixture f;
    const auto written = f.pickups.request(f.pickup("2026-11-25"));
    CHECK(written.changed);
    CHECK(written.remark.empty());
    CHECK(written.item.bags == 2);
    CHECK(f.last_entry() == "pickup request 1 maand vol");
    CHECK_FALSE(f.pickups.request(f.pickup("2026-11-25")).changed);
    NewPickup other_phone = f.pickup("2026-11-25");
    other_phone.phone = PhoneNumber::parse("0470999999");
    CHECK(refused([&] { f.pickups.request(other_phone); }) == "conflict date");
    NewPickup wallonia = f.pickup("2026-11-25");
    wallonia.region = Region::wallonia;
    CHECK(f.pickups.request(wallonia).changed);
    CHECK(f.list() == Lines{"u-1 2026-11-25 Lucas Maes coming", "u-2 2026-11-25 Lucas Maes coming"});
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE pickup SET bags = 3 WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("for the next day one asks until 12:30:00 in Brussels, and not a second longer") {
    PickupsFixture f;  // Monday 23 November 2026, an hour ahead of UTC
    const auto at = [&](std::string_view now) {
        f.clock.set(Timestamp::parse(now));
        const std::string answer = f.asked("2026-11-24");
        if (answer == "accepted") f.run("DELETE FROM pickup");
        return answer;
    };
    CHECK(at("2026-11-23T11:29:59Z") == "accepted");
    CHECK(at("2026-11-23T11:30:00Z") == "accepted");
    const std::string before = f.trace();
    CHECK(at("2026-11-23T11:30:01Z") == "rule date");
    CHECK(f.trace() == before);
    CHECK(said([&] { f.pickups.request(f.pickup("2026-11-24")); }) ==
          "for 24/11/2026 it is after 12:30 of the last working day before it; the next possible "
          "day is 25/11/2026: --date 2026-11-25, or --on-late next");
}

TEST_CASE("summer time moves the last moment with the clocks of Brussels") {
    PickupsFixture f;
    // The clocks went forward on Sunday 28/03/2027; Easter Monday is 29/03.
    CHECK(f.next_for("2027-03-26T11:30:00Z", "2027-03-30") == "2027-03-30");
    CHECK(f.next_for("2027-03-26T11:30:01Z", "2027-03-30") == "2027-03-31");
    CHECK(f.next_for("2027-03-30T10:30:00Z", "2027-03-31") == "2027-03-31");
    CHECK(f.next_for("2027-03-30T10:30:01Z", "2027-03-31") == "2027-04-01");
    // And back on Sunday 31/10/2027; 1 November is a holiday.
    CHECK(f.next_for("2027-10-29T10:30:00Z", "2027-11-02") == "2027-11-02");
    CHECK(f.next_for("2027-10-29T10:30:01Z", "2027-11-02") == "2027-11-03");
    CHECK(f.next_for("2027-11-02T11:30:00Z", "2027-11-03") == "2027-11-03");
}

TEST_CASE("weekends, holidays, month ends and leap days move it to the next working day") {
    PickupsFixture f;
    // Friday after half past twelve: not on Monday any more.
    CHECK(f.next_for("2026-11-27T11:30:00Z", "2026-11-30") == "2026-11-30");
    CHECK(f.next_for("2026-11-27T11:30:01Z", "2026-11-30") == "2026-12-01");
    CHECK(f.next_for("2026-11-28T09:00:00Z", "2026-11-30") == "2026-12-01");
    CHECK(f.next_for("2026-12-23T09:00:00Z", "2026-12-25") == "2026-12-28");
    CHECK(f.next_for("2026-12-31T11:30:01Z", "2027-01-01") == "2027-01-05");
    CHECK(f.next_for("2028-02-28T09:00:00Z", "2028-02-29") == "2028-02-29");
    CHECK(f.next_for("2028-02-28T12:00:00Z", "2028-02-29") == "2028-03-01");
    f.clock.set(Timestamp::parse("2026-11-23T09:00:00Z"));
    CHECK(f.asked("2026-11-23") == "rule date");
    CHECK(f.asked("2026-11-20") == "rule date");
    CHECK(f.asked("2026-11-28") == "rule date");
    CHECK(f.asked("2026-12-25") == "rule date");
}

TEST_CASE("on a closing day of the company nobody comes; it does not move the last moment") {
    PickupsFixture f;
    Calendar(f.env).close({.day = day("2026-11-25"), .org = f.org, .reason = "feest"});
    CHECK(f.asked("2026-11-25") == "rule date");
    CHECK(f.next_for("2026-11-24T11:30:01Z", "2026-11-25") == "2026-11-26");
    CHECK(f.next_for("2026-11-25T11:30:00Z", "2026-11-26") == "2026-11-26");
    Calendar(f.env).close({.day = day("2026-11-26"), .org = {}, .reason = "verdeler dicht"});
    CHECK(f.next_for("2026-11-25T11:30:01Z", "2026-11-26") == "2026-11-30");
}

TEST_CASE("a pickup that cannot be is refused and leaves no trace") {
    PickupsFixture f;
    const SiteNumber elsewhere = f.add_site(f.other, 3, "Luik");
    const Person anna = f.add_person(2, "Anna", "Peeters");
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewPickup asked = f.pickup("2026-11-25");
        change(asked);
        return refused([&] { f.pickups.request(asked); });
    };
    CHECK(with([&](auto& p) { p.site = elsewhere; }) == "not_found site");
    CHECK(with([&](auto& p) { p.contact = anna.id; }) == "rule contact");
    CHECK(with([](auto& p) { p.contact = PersonId::from_stored(99); }) == "not_found contact");
    CHECK(with([](auto& p) { p.bags = 0; }) == "usage bags");
    CHECK(with([](auto& p) { p.bags = 1'000; }) == "usage bags");
    CHECK(with([](auto& p) { p.org = org_number(9); }).starts_with("not_found"));
    CHECK(f.trace() == before);
}

TEST_CASE("a pickup is taken back until the day before, and then one may be asked for again") {
    PickupsFixture f;
    const auto id = f.pickups.request(f.pickup("2026-11-25")).item.id;
    CHECK(f.pickups.cancel({.id = id, .reason = "niets"}).item.state == "cancelled");
    CHECK(f.last_entry() == "pickup cancel 1 niets");
    CHECK_FALSE(f.pickups.cancel({.id = id, .reason = ""}).changed);
    CHECK(f.list().empty());
    CHECK(f.pickups.request(f.pickup("2026-11-25")).changed);
    CHECK(refused([&] {
              f.pickups.cancel({.id = PickupId::from_stored(9), .reason = ""});
          }) == "not_found id");
    f.clock.set(Timestamp::parse("2026-11-25T00:00:00Z"));
    CHECK(refused([&] {
              f.pickups.cancel({.id = PickupId::from_stored(2), .reason = ""});
          }) == "rule id");
    CHECK(f.list().size() == 1);
    f.clock.set(Timestamp::parse("2026-11-26T00:00:00Z"));
    PickupFilter filter;
    filter.state = "past";
    CHECK(f.list(filter) == Lines{"u-2 2026-11-25 Lucas Maes past"});
    filter.state = "cancelled";
    CHECK(f.list(filter) == Lines{"u-1 2026-11-25 Lucas Maes cancelled"});
    filter.state = "all";
    filter.from = day("2026-11-26");
    CHECK(f.list(filter).empty());
    filter.state = "weg";
    CHECK(refused([&] { f.list(filter); }) == "usage state");
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("who holds the zone's right at the site asks for pickups there; others do not") {
    constexpr std::string_view zone = "dienstencheques-erkende-onderneming";
    PickupsFixture f;
    const SiteNumber gent = f.add_site(f.org, 2, "Gent");
    f.add_right(zone);
    f.run("INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
          "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
          "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
          "context_value WHERE kind = 'site' AND number = " +
          f.aalst.digits() +
          "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    NewPickup there = f.pickup("2026-11-25");
    there.site = gent;
    const auto foreign = f.pickups.request(there).item.id;
    const ActingAs acting(f,
                          open_session(f, {.person = f.lucas.id.value(), .org = f.org}));
    CHECK(f.asked("2026-11-25") == "accepted");
    there.region = Region::brussels;
    CHECK(refused([&] { f.pickups.request(there); }) == "not_allowed ");
    CHECK(refused([&] { f.pickups.cancel({.id = foreign, .reason = ""}); }) == "not_allowed ");
    CHECK(f.list() == Lines{"u-2 2026-11-25 Lucas Maes coming"});
    f.clock.set(Timestamp::parse("2027-01-02T09:00:00Z"));
    const ActingAs later(f, open_session(f, {.person = f.lucas.id.value(), .org = f.org}));
    CHECK(f.asked("2027-01-12") == "not_allowed ");
}

TEST_CASE("files of pickups tell what came of each row; an erased contact leaves no telephone") {
    PickupsFixture f;
    const std::vector<std::variant<NewPickup, Error>> rows{
        f.pickup("2026-11-25"), f.pickup("2026-11-25"), f.pickup("2026-11-28")};
    CHECK(run_rows<NewPickup>(rows, {.skip_invalid = true},
                              [&](const auto& source, const auto& how, const auto& sink) {
                                  return f.pickups.request_rows(source, how, sink);
                              })
              .states() == "applied unchanged rejected");
    const PickupRef ref{.id = PickupId::from_stored(1), .reason = ""};
    const std::vector<std::variant<PickupRef, Error>> refs{ref, ref};
    CHECK(run_rows<PickupRef>(refs, {},
                              [&](const auto& source, const auto& how, const auto& sink) {
                                  return f.pickups.cancel_rows(source, how, sink);
                              })
              .states() == "applied unchanged");
    f.run("UPDATE working_relation SET valid_from = '2010-01-01', valid_until = '2012-01-01'");
    Leavers(f.env).erase({.person = f.lucas.id, .reason = "gevraagd", .force = true});
    CHECK(f.column("SELECT phone FROM pickup") == Lines{""});
    PickupFilter filter;
    filter.state = "all";
    CHECK(f.list(filter) == Lines{"u-1 2026-11-25 (erased) cancelled"});
}

}  // namespace dcadmin::test
