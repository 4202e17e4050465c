// SPDX-License-Identifier: Apache-2.0
// What to prepare for the carrier, reckoned from what is open.
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/pickup_tips.h>
#include <dcadmin/secure_zone/pickups.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct TipsFixture : Fixture {
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    SiteNumber gent = add_site(org, 2, "Gent");
    Person lucas = add_person(1);
    int made = 0;

    TipsFixture() { add_relation(lucas.id, org, "2020-01-01", "2030-12-31"); }

    void paper(SiteNumber site, std::string_view region, std::string_view on,
               std::string_view state = "received", int issuance = 0,
               std::string_view until = "2027-02-28") {
        run(fmt::format(
            "INSERT INTO paper_voucher (organisation_id, context_id, region, number, customer, "
            "usable_until, hand_in_until, day, worker_id, activity, state, received_on, "
            "announced_on, read_on, due_on, lacks, cause, issuance_id, operation_id) VALUES "
            "((SELECT id FROM organisation WHERE number = {}), (SELECT id FROM context_value WHERE "
            "kind = 'site' AND number = {}), '{}', '{}', 0, '2027-01-31', '{}', '{}', 0, "
            "'', '{}', '2026-11-20', '', '', '', '', '', {}, (SELECT min(id) FROM operation))",
            org.value(), site.value(), region, 10'000'000 + ++made, until, on, state, issuance));
    }
    PickupId ask(SiteNumber site, std::string_view on) {
        return Pickups(env)
            .request({.org = org,
                      .site = site,
                      .day = day(on),
                      .contact = lucas.id,
                      .phone = PhoneNumber::parse("0470123456"),
                      .region = Region::flanders,
                      .bags = 1,
                      .next_when_late = false,
                      .reason = ""})
            .item.id;
    }
    std::vector<PickupTip> tips(std::optional<SiteNumber> site = {}) {
        return PickupTips(env).of({.org = org, .site = site});
    }
    /// "slip Aalst 2026-10 2", without those of the calendar.
    Lines bundles(std::optional<SiteNumber> site = {}) {
        Lines all;
        for (const PickupTip& tip : tips(site)) {
            if (tip.kind == "next" || tip.kind == "day-off") continue;
            all.push_back(fmt::format("{} {} {} {}{}", tip.kind,
                                      tip.site == aalst ? "Aalst" : "Gent",
                                      tip.region ? name_of(*tip.region) : "-", tip.month,
                                      tip.vouchers ? fmt::format(" {}", *tip.vouchers) : ""));
        }
        return all;
    }
    std::string text_of(std::string_view kind) {
        for (const PickupTip& tip : tips()) {
            if (tip.kind == kind) return tip.text;
        }
        return {};
    }
};

}  // namespace

TEST_CASE("each region and month is a bundle of its own, and those without a slip are told") {
    TipsFixture f;
    f.paper(f.aalst, "flanders", "2026-10-05", "bundled", 1);
    f.paper(f.aalst, "flanders", "2026-10-31", "received");
    f.paper(f.aalst, "flanders", "2026-11-01", "announced");
    f.paper(f.aalst, "brussels", "2026-11-02", "bundled", 1);
    f.paper(f.aalst, "flanders", "");
    f.paper(f.gent, "flanders", "2026-11-03", "bundled", 1);
    for (const char* const gone : {"sent", "read-ok", "refunded", "withdrawn"}) {
        f.paper(f.aalst, "flanders", "2026-09-01", gone);
    }
    f.ask(f.aalst, "2026-11-25");
    CHECK(f.bundles() == Lines{"unasked Aalst brussels ", "unasked Gent flanders ",
                               "bundle Aalst brussels 2026-11 1", "undated Aalst flanders  1",
                               "slip Aalst flanders 2026-10 1", "bundle Aalst flanders 2026-10 2",
                               "slip Aalst flanders 2026-11 1", "bundle Aalst flanders 2026-11 1",
                               "bundle Gent flanders 2026-11 1", "presence Aalst flanders "});
    CHECK(f.bundles(f.gent) == Lines{"unasked Gent flanders ", "bundle Gent flanders 2026-11 1"});
    CHECK(f.text_of("bundle") == fmt::format("at Aalst ({}): one bundle of 1 voucher of 2026-11 of "
                                             "brussels, with its own slip on top",
                                             f.aalst.formatted()));
    CHECK(
        f.text_of("presence") ==
        fmt::format("on 25/11/2026 from 08:30 to 17:00, noon too, somebody must be at Aalst ({}); "
                    "the driver turns to Lucas Maes, +32470123456",
                    f.aalst.formatted()));
}

TEST_CASE("what was submitted waits for the carrier until the issuer has received it") {
    TipsFixture f;
    for (const char* const state : {"submitted", "received"}) {
        f.run(fmt::format(
            "INSERT INTO issuance (organisation_id, region, kind, mode, period, "
            "period_until, month, made_on, received_on, state, services, vouchers, "
            "items, operation_id) VALUES ((SELECT id FROM organisation WHERE number = {}), "
            "'flanders', 'paper', 'manual', '', '', '2026-10', '2026-11-20', '', "
            "'{}', 0, 1, '', (SELECT min(id) FROM operation))",
            f.org.value(), state));
    }
    f.paper(f.aalst, "flanders", "2026-10-05", "sent", 1);
    f.paper(f.aalst, "flanders", "2026-10-06", "sent", 2);
    CHECK(f.bundles() == Lines{"unasked Aalst flanders ", "bundle Aalst flanders 2026-10 1"});
}

TEST_CASE("the last day to hand vouchers in is told, and which are past it") {
    TipsFixture f;
    f.ask(f.aalst, "2026-11-25");
    f.paper(f.aalst, "flanders", "2026-10-05", "received", 0, "2026-11-22");
    f.paper(f.aalst, "flanders", "2026-10-06", "received", 0, "2026-11-23");
    f.paper(f.aalst, "flanders", "2026-10-07", "received", 0, "2026-12-31");
    f.paper(f.aalst, "flanders", "2026-09-30", "received", 0, "2026-11-22");
    CHECK(f.bundles() == Lines{"too-late Aalst flanders 2026-09 1",
                               "too-late Aalst flanders 2026-10 1", "slip Aalst flanders 2026-10 2",
                               "bundle Aalst flanders 2026-10 2", "presence Aalst flanders "});
    CHECK(f.text_of("slip") ==
          fmt::format("at Aalst ({}): 2 vouchers of 2026-10 of flanders are on "
                      "no slip yet: hand them in, until 23/11/2026",
                      f.aalst.formatted()));
}

TEST_CASE("vouchers of no site are told of too, and nobody can be asked to come for them") {
    TipsFixture f;
    f.paper(f.aalst, "flanders", "2026-10-05");
    f.run("UPDATE paper_voucher SET context_id = 0");
    CHECK(f.tips().size() == 3);
    CHECK_FALSE(f.tips().front().site);
    CHECK(f.text_of("slip") ==
          "of no site: 1 voucher of 2026-10 of flanders is on no slip yet: hand it in, until "
          "28/02/2027");
}

TEST_CASE("the next possible day, its last moment and the days off ahead are told") {
    TipsFixture f;
    CHECK(f.text_of("next") ==
          "the carrier can come on 24/11/2026 at the earliest: ask until 23/11/2026 12:30");
    f.clock.set(Timestamp::parse("2026-11-23T11:30:01Z"));
    CHECK(f.text_of("next") ==
          "the carrier can come on 25/11/2026 at the earliest: ask until 24/11/2026 12:30");
    CHECK(f.text_of("day-off").empty());
    f.clock.set(Timestamp::parse("2026-12-01T09:00:00Z"));
    CHECK(f.text_of("day-off") == "nobody comes on 25/12/2026: Kerstmis");
    Calendar(f.env).close({.day = day("2026-12-04"), .org = f.org, .reason = "teamdag"});
    CHECK(f.text_of("day-off") == "nobody comes on 04/12/2026: teamdag");
}

TEST_CASE("whoever is asked for on a day that is off by now is told of first") {
    TipsFixture f;
    f.paper(f.aalst, "flanders", "2026-10-05");
    const auto id = f.ask(f.aalst, "2026-11-25");
    Calendar(f.env).close({.day = day("2026-11-25"), .org = f.org, .reason = "verhuizing"});
    CHECK(f.tips().front().kind == "closed");
    CHECK(f.tips().front().pickup == id);
    CHECK(f.tips().front().text ==
          "the carrier is asked for 25/11/2026 at Aalst, and that day is off (verhuizing): dcadmin "
          "pickup cancel u-1");
}

TEST_CASE("tips are of the sites of who asks, and of his company alone") {
    TipsFixture f;
    const SiteNumber elsewhere = f.add_site(f.other, 3, "Luik");
    CHECK(refused([&] { static_cast<void>(f.tips(elsewhere)); }) == "not_found site");
    f.paper(f.aalst, "flanders", "2026-11-01");
    f.paper(f.gent, "flanders", "2026-11-01");
    f.add_right("dienstencheques-erkende-onderneming");
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
        "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
        "context_value WHERE kind = 'site' AND number = " +
        f.gent.digits() +
        "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    const ActingAs acting(f, open_session(f, {.person = f.lucas.id.value(), .org = f.org}));
    CHECK(f.bundles() == Lines{"unasked Gent flanders ", "slip Gent flanders 2026-11 1",
                               "bundle Gent flanders 2026-11 1"});
    CHECK(refused([&] {
              static_cast<void>(PickupTips(f.env).of({.org = f.other, .site = {}}));
          }).starts_with("not_found"));
}

}  // namespace dcadmin::test
