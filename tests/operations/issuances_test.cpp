// SPDX-License-Identifier: Apache-2.0
// Issuances made by hand: what they take, what they leave, and who may make them.
#include "support/bulk.h"
#include "support/signed_in.h"
#include "zone_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/secure_zone/issuances.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;
constexpr std::string_view zone = "dienstencheques-erkende-onderneming";

struct IssuancesFixture : ZoneFixture {
    Issuances issuances{env};

    NewIssuance all_of(Region region) {
        return {.org = org,
                .region = region,
                .services = {},
                .at_risk = false,
                .draft = false,
                .reason = "maand"};
    }
    NewIssuance named(std::vector<ServiceId> services) {
        NewIssuance request = all_of(Region::flanders);
        request.services = std::move(services);
        return request;
    }
    NewIssuance draft() {
        NewIssuance request = all_of(Region::flanders);
        request.draft = true;
        return request;
    }
    NewIssuance risky() {
        NewIssuance request = all_of(Region::flanders);
        request.at_risk = true;
        return request;
    }
    std::string refused_to(const NewIssuance& request) {
        return refused([&] { issuances.create(request); });
    }
    Lines list(const IssuanceFilter& filter = {}) {
        Lines all;
        issuances.list(filter, [&](const Issuance& one) {
            all.push_back(fmt::format("{} {} {} {}/{}", one.id.text(), name_of(one.region),
                                      name_of(one.state), one.services, one.vouchers));
            return true;
        });
        return all;
    }
    Lines items(IssuanceId id) {
        Lines all;
        issuances.items(id, {}, [&](const IssuanceItem& one) {
            all.push_back(fmt::format("{} {} {}", one.service.text(), one.day.iso(), one.vouchers));
            return true;
        });
        return all;
    }
    Lines expired() {
        Lines all;
        issuances.expired({}, [&](const IssuanceItem& one) {
            all.push_back(
                fmt::format("{} {} {}", one.service.text(), one.vouchers, one.hand_in_until.iso()));
            return true;
        });
        return all;
    }
    [[nodiscard]] std::size_t differences() { return Audit(env).verify({}).problems.size(); }
};

IssuanceRef ref(std::int64_t id) {
    return {.id = IssuanceId::from_stored(id), .reason = "nagekeken"};
}

}  // namespace

TEST_CASE("an issuance takes all vouchers of its region that wait, and is received at once") {
    IssuancesFixture f;
    const auto whole = f.add_service({.hours = 3});
    const auto part = f.add_service({.day = "2026-11-01", .hours = 5, .allocated = 2});
    const auto brussels = f.add_service({.region = Region::brussels});
    const auto waiting = f.add_service({.hours = 4, .allocated = 0});
    const auto elsewhere = f.add_service({}, f.other);
    const auto written = f.issuances.create(f.all_of(Region::flanders));
    CHECK(written.changed);
    CHECK(written.remark.empty());
    CHECK(written.item.services == 2);
    CHECK(written.item.vouchers == 5);
    CHECK(written.item.mode == "manual");
    CHECK(written.item.kind == "electronic");
    CHECK(written.item.made_on == day("2026-11-23"));
    CHECK(written.item.received_on == day("2026-11-23"));
    CHECK(f.last_entry() == "issuance create 1 maand");
    CHECK(f.service(whole) == "issued 3/3/0 ");
    CHECK(f.service(part) == "partially-allocated 2/2/0 ");
    CHECK(f.service(brussels) == "allocated 3/0/0 2027-07-31");
    CHECK(f.service(waiting) == "waiting 0/0/0 ");
    CHECK(f.service(elsewhere) == "allocated 3/0/0 2027-07-31");
    CHECK(f.items(written.item.id) == Lines{"d-2 2026-11-01 2", "d-1 2026-11-02 3"});
    CHECK(f.refused_to(f.all_of(Region::flanders)) == "rule region");
    CHECK(f.issuances.create(f.all_of(Region::brussels)).item.vouchers == 3);
    CHECK(f.list().size() == 2);
}

TEST_CASE("what comes to a service later is handed in later, and completes it") {
    IssuancesFixture f;
    const ServiceOf five{.hours = 5, .allocated = 2};
    const auto id = f.add_service(five);
    f.issuances.create(f.all_of(Region::flanders));
    f.add_vouchers(id.value(), five, 3);
    const auto second = f.issuances.create(f.all_of(Region::flanders)).item;
    CHECK(second.services == 1);
    CHECK(second.vouchers == 3);
    CHECK(f.service(id) == "issued 5/5/0 ");
}

TEST_CASE("vouchers past their last day are left, said and listed") {
    IssuancesFixture f;
    f.add_service({.hand_in_until = "2026-11-23"});
    const auto late = f.add_service({.hours = 2, .hand_in_until = "2026-11-22"});
    const auto written = f.issuances.create(f.all_of(Region::flanders));
    CHECK(written.item.vouchers == 3);
    CHECK(written.remark ==
          "2 vouchers of 1 service are past the last day and not in it: dcadmin "
          "issuance expired --org " +
              f.org.digits());
    CHECK(f.expired() == Lines{"d-2 2 2026-11-22"});
    CHECK(f.service(late) == "allocated 2/0/0 2026-11-22");
    CHECK(f.refused_to(f.named({late})) == "rule service");
    CHECK(f.refused_to(f.all_of(Region::flanders)) == "rule region");
}

TEST_CASE("a service with vouchers of two last days keeps the one that waits") {
    IssuancesFixture f;
    const ServiceOf soon{.hours = 5, .allocated = 2, .hand_in_until = "2026-11-30"};
    const auto id = f.add_service(soon);
    f.add_vouchers(id.value(), {.hand_in_until = "2027-07-31"}, 3);
    CHECK(f.issuances.create(f.risky()).item.vouchers == 2);
    CHECK(f.service(id) == "allocated 5/2/0 2027-07-31");
    CHECK(f.issuances.create(f.all_of(Region::flanders)).item.vouchers == 3);
    CHECK(f.service(id) == "issued 5/5/0 ");
}

TEST_CASE("services are named one by one, and each that cannot be is refused with its reason") {
    IssuancesFixture f;
    const auto one = f.add_service({});
    const auto two = f.add_service({});
    const auto brussels = f.add_service({.region = Region::brussels});
    const auto waiting = f.add_service({.allocated = 0});
    const auto elsewhere = f.add_service({}, f.other);
    const std::string before = f.trace();
    CHECK(f.refused_to(f.named({one, brussels})) == "rule service");
    CHECK(f.refused_to(f.named({waiting})) == "rule service");
    CHECK(f.refused_to(f.named({elsewhere})) == "not_found service");
    CHECK(f.refused_to(f.named({ServiceId::from_stored(99)})) == "not_found service");
    NewIssuance both = f.named({one});
    both.at_risk = true;
    CHECK(f.refused_to(both) == "usage at-risk");
    CHECK(f.trace() == before);
    const auto written = f.issuances.create(f.named({one}));
    CHECK(written.item.vouchers == 3);
    const auto again = f.issuances.create(f.named({one}));
    CHECK_FALSE(again.changed);
    CHECK(again.item.id == written.item.id);
    CHECK(said([&] {
              f.issuances.create(f.named({one, two}));
          }) == "d-1 cannot be handed in: it is in i-1 already; see it: dcadmin service show d-1");
    CHECK(f.service(two) == "allocated 3/0/0 2027-07-31");
}

TEST_CASE("at risk is what must be handed in within 14 days, or before the next automatic one") {
    IssuancesFixture f;
    f.add_service({.hours = 1, .hand_in_until = "2026-12-07"});
    f.add_service({.hours = 2, .hand_in_until = "2026-12-08"});
    f.add_service({.hours = 4, .hand_in_until = "2026-12-30"});
    f.add_service({.hours = 8, .hand_in_until = "2026-12-31"});
    CHECK(f.issuances.create(f.risky()).item.vouchers == 1);
    CHECK(f.refused_to(f.risky()) == "rule region");
    Policies(f.env).set({.name = "zone.risk_days", .value = "15", .reason = "ruimer"});
    CHECK(f.issuances.create(f.risky()).item.vouchers == 2);
    IssuanceSchedules(f.env).set(
        {.org = f.org, .region = Region::flanders, .every = Every::month, .on = 23, .reason = ""});
    // Made today, and next on Wednesday 23 December.
    CHECK(f.refused_to(f.risky()) == "rule region");
    IssuanceSchedules(f.env).set(
        {.org = f.org, .region = Region::flanders, .every = Every::month, .on = 22, .reason = ""});
    CHECK(f.refused_to(f.risky()) == "rule region");
    f.clock.set(Timestamp::parse("2026-12-22T10:00:00Z"));
    Policies(f.env).set({.name = "zone.risk_days", .value = "0", .reason = "krap"});
    CHECK(f.issuances.create(f.risky()).item.vouchers == 12);
}

TEST_CASE("what risks to expire is marked in a draft, and no more once it is handed in") {
    IssuancesFixture f;
    f.add_service({.hours = 1, .hand_in_until = "2026-12-07"});
    f.add_service({.hours = 2, .hand_in_until = "2026-12-08"});
    const auto id = f.issuances.create(f.draft()).item.id;
    const auto marked = [&] {
        std::string marks;
        f.issuances.items(id, {}, [&](const IssuanceItem& one) {
            marks += one.at_risk ? "!" : ".";
            return true;
        });
        return marks;
    };
    CHECK(marked() == "!.");
    f.issuances.submit({.id = id, .reason = ""});
    CHECK(marked() == "..");
}

TEST_CASE("a draft holds its vouchers until it is submitted or cancelled") {
    IssuancesFixture f;
    const auto id = f.add_service({});
    const auto part = f.add_service({.hours = 5, .allocated = 2});
    CHECK(f.issuances.create(f.draft()).item.state == IssuanceState::draft);
    CHECK(f.service(id) == "issued 3/3/0 ");
    CHECK(f.refused_to(f.all_of(Region::flanders)) == "rule region");
    CHECK(f.issuances.cancel(ref(1)).item.state == IssuanceState::cancelled);
    CHECK(f.last_entry() == "issuance cancel 1 nagekeken");
    CHECK_FALSE(f.issuances.cancel(ref(1)).changed);
    CHECK(f.service(id) == "allocated 3/0/0 2027-07-31");
    CHECK(f.service(part) == "partially-allocated 2/0/0 2027-07-31");
    CHECK(f.items(IssuanceId::from_stored(1)).empty());
    CHECK(refused([&] { f.issuances.submit(ref(1)); }) == "rule id");
    const auto second = f.issuances.create(f.draft()).item.id.value();
    const auto submitted = f.issuances.submit(ref(second));
    CHECK(submitted.item.received_on == day("2026-11-23"));
    CHECK(f.last_entry() == fmt::format("issuance submit {} nagekeken", second));
    CHECK_FALSE(f.issuances.submit(ref(second)).changed);
    CHECK(refused([&] { f.issuances.cancel(ref(second)); }) == "rule id");
    CHECK(refused([&] { f.issuances.submit(ref(99)); }) == "not_found id");
    CHECK(f.list({.org = {}, .region = {}, .state = IssuanceState::cancelled}) ==
          Lines{"i-1 flanders cancelled 0/0"});
}

TEST_CASE("a draft whose vouchers have expired is not submitted") {
    IssuancesFixture f;
    f.add_service({.hand_in_until = "2026-11-30"});
    f.issuances.create(f.draft());
    f.clock.set(Timestamp::parse("2026-11-30T22:59:59Z"));
    const std::string before = f.trace();
    f.clock.set(Timestamp::parse("2026-11-30T23:00:00Z"));
    CHECK(said([&] { f.issuances.submit(ref(1)); }) ==
          "3 vouchers are in i-1 past the last day to hand in; make another of what waits: dcadmin "
          "issuance cancel i-1, then create");
    CHECK(f.trace() == before);
    f.clock.set(Timestamp::parse("2026-11-30T22:59:59Z"));
    CHECK(f.issuances.submit(ref(1)).changed);
}

TEST_CASE("only an accredited company hands in, and only its own people do it") {
    IssuancesFixture f;
    f.add_service({.region = Region::wallonia});
    f.add_service({});
    CHECK(f.refused_to(f.all_of(Region::wallonia)) == "rule region");
    const Person lucas = f.add_person(1);
    f.add_relation(lucas.id, f.org, "2020-01-01", "2030-12-31");
    const std::string user = open_session(f, {.person = lucas.id.value(), .org = f.org});
    {
        const ActingAs acting(f, user);
        CHECK(f.refused_to(f.all_of(Region::flanders)) == "not_allowed ");
        CHECK(f.list().empty());
    }
    f.add_right(zone);
    f.run(
        "INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
        "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
        "working_relation), (SELECT max(id) FROM right_definition), (SELECT id FROM "
        "context_value WHERE kind = 'site' AND number = " +
        f.aalst.digits() +
        "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    {
        const ActingAs acting(f, user);
        CHECK(f.issuances.create(f.all_of(Region::flanders)).changed);
        CHECK(f.list().size() == 1);
        NewIssuance others = f.all_of(Region::flanders);
        others.org = f.other;
        CHECK(f.refused_to(others).starts_with("not_found"));
    }
    const Person ann = f.add_person(2, "Ann", "Elders");
    f.add_relation(ann.id, f.other, "2020-01-01", "2030-12-31");
    const ActingAs acting(f, open_session(f, {.person = ann.id.value(), .org = f.other}));
    CHECK(f.list().empty());
    CHECK(refused([&] { static_cast<void>(f.issuances.get(IssuanceId::from_stored(1))); }) ==
          "not_found id");
    CHECK(refused([&] { f.issuances.submit(ref(1)); }) == "not_found id");
}

TEST_CASE("the log tells what is in an issuance, and when a hand has been at it") {
    IssuancesFixture f;
    f.add_service({});
    f.add_service({.hours = 2});
    f.issuances.create(f.all_of(Region::flanders));
    const auto clean = f.differences();
    const auto after = [&](std::string_view change, std::string_view back) {
        f.run(change);
        const auto found = f.differences();
        f.run(back);
        return found - clean;
    };
    CHECK(after("UPDATE allocation SET issuance_id = 0 WHERE id = 1",
                "UPDATE allocation SET issuance_id = 1 WHERE id = 1") > 0);
    CHECK(after("UPDATE issuance SET vouchers = 6", "UPDATE issuance SET vouchers = 5") == 1);
    CHECK(after("UPDATE issuance SET state = 'paid'", "UPDATE issuance SET state = 'blocked'") ==
          1);
    CHECK(f.differences() == clean);
}

TEST_CASE("files of issuances tell what came of each row") {
    IssuancesFixture f;
    f.add_service({});
    const std::vector<std::variant<NewIssuance, Error>> rows{f.draft(), f.all_of(Region::flanders),
                                                             f.all_of(Region::wallonia)};
    CHECK(run_rows<NewIssuance>(rows, {.skip_invalid = true},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.issuances.create_rows(source, how, sink);
                                })
              .states() == "applied rejected rejected");
    const auto id = f.number_in("SELECT max(id) FROM issuance");
    const std::vector<std::variant<IssuanceRef, Error>> refs{ref(id), ref(id)};
    CHECK(
        run_rows<IssuanceRef>(refs, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.issuances.submit_rows(source, how, sink);
        }).states() == "applied unchanged");
    CHECK(run_rows<IssuanceRef>(refs, {.skip_invalid = true},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.issuances.cancel_rows(source, how, sink);
                                })
              .states() == "rejected rejected");
}

}  // namespace dcadmin::test
