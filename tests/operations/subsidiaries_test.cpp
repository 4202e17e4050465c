// SPDX-License-Identifier: Apache-2.0
// Subsidiaries: what depends on them, and what becomes of it when they act no more.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/pickup_series.h>
#include <dcadmin/secure_zone/subsidiaries.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct GroupFixture : Fixture {
    Subsidiaries subsidiaries{env};
    Workers workers{env};
    Pickups pickups{env};
    RecurringPickups recurring{env};
    EnterpriseNumber parent = add_org(1, "Moeder");
    EnterpriseNumber daughter = add_org(2, "Dochter", parent);
    EnterpriseNumber stranger = add_org(3, "Elders");
    SiteNumber site = add_site(daughter, 2);
    Person lucas = add_person(1);

    GroupFixture() { add_relation(lucas.id, daughter, "2020-01-01", "2030-12-31"); }

    NewWorker worker(std::uint64_t n) {
        return {.login = {},
                .number = person_number(n),
                .first_name = "Anna",
                .last_name = "Peeters",
                .org = daughter,
                .site = site,
                .region = Region::flanders,
                .email = {},
                .phone = {},
                .reason = ""};
    }
    NewPickup pickup(std::string_view on) {
        return {.org = daughter,
                .site = site,
                .day = day(on),
                .contact = lucas.id,
                .phone = PhoneNumber::parse("0470123456"),
                .region = Region::flanders,
                .bags = 1,
                .next_when_late = false,
                .reason = ""};
    }
    NewPickupSeries fridays() {
        return {.org = daughter,
                .site = site,
                .region = Region::brussels,
                .every = PickupRhythm::week,
                .on = 5,
                .from = {},
                .until = {},
                .contact = lucas.id,
                .phone = PhoneNumber::parse("0470123456"),
                .bags = {},
                .on_holiday = {},
                .reason = ""};
    }
    void add_issuance(std::string_view state) {
        run(
            fmt::format("INSERT INTO issuance (organisation_id, region, kind, mode, period, "
                        "period_until, month, made_on, received_on, state, services, vouchers, "
                        "items, operation_id) VALUES ((SELECT id FROM organisation WHERE number = {}), "
                        "'flanders', 'electronic', 'manual', '', '', '', '2026-11-20', "
                        "'2026-11-20', '{}', 0, 0, '', (SELECT min(id) FROM operation))",
                        daughter.value(), state));
    }
    SubsidiaryEnd end() {
        return {.org = {},
                .number = daughter,
                .confirm = daughter,
                .force = false,
                .reason = "overgenomen"};
    }
    std::string with(auto change) {
        SubsidiaryEnd asked = end();
        change(asked);
        return refused([&] { subsidiaries.deactivate(asked); });
    }
    Lines listed(std::optional<EnterpriseNumber> org = {}) {
        Lines all;
        subsidiaries.list({.org = org, .page = {}}, [&](const Subsidiary& one) {
            all.push_back(fmt::format("{} {} w{} s{} i{} p{} y{}", one.name, one.state, one.workers,
                                      one.services, one.issuances, one.pickups, one.series));
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a subsidiary is listed with what depends on it") {
    GroupFixture f;
    CHECK(f.listed(f.parent) == Lines{"Dochter active w0 s0 i0 p0 y0"});
    f.workers.add(f.worker(11));
    const auto former = f.workers.add(f.worker(12)).item.login;
    f.workers.deactivate({.login = former, .reason = ""});
    f.pickups.request(f.pickup("2026-11-25"));
    f.pickups.cancel({.id = f.pickups.request(f.pickup("2026-11-26")).item.id, .reason = ""});
    f.recurring.set(f.fridays());
    for (const char* const state : {"paid", "closed", "cancelled", "received", "blocked"}) {
        f.add_issuance(state);
    }
    CHECK(f.listed() == Lines{"Dochter active w1 s0 i2 p1 y1"});
    CHECK(f.listed(f.daughter).empty());
    CHECK(f.subsidiaries.get(f.daughter).parent == f.parent);
    CHECK(refused([&] { static_cast<void>(f.subsidiaries.get(f.parent)); }) == "rule number");
    CHECK(refused([&] { static_cast<void>(f.subsidiaries.get(org_number(9))); }) ==
          "not_found number");
}

TEST_CASE("deactivated it begins nothing more, and nobody comes or works in vain") {
    GroupFixture f;
    const auto login = f.workers.add(f.worker(11)).item.login;
    f.workers.add(f.worker(12));
    f.pickups.request(f.pickup("2026-11-25"));
    f.recurring.set(f.fridays());
    CHECK(f.recurring.run({.org = {}, .ahead = 7}).asked.size() == 1);
    const auto written = f.subsidiaries.deactivate(f.end());
    CHECK(written.changed);
    CHECK(written.remark == "2 workers made inactive, 2 coming pickups taken back");
    CHECK(written.item.state == "deactivated");
    CHECK(written.item.deactivated_on == f.today());
    CHECK(f.listed() == Lines{"Dochter deactivated w0 s0 i0 p0 y0"});
    const Lines log = f.entries();
    const Lines last(log.end() - 6, log.end());
    CHECK(last == Lines{"deactivation deactivate 1 overgenomen", "pickup_series end 1 overgenomen",
                        "pickup cancel 2 overgenomen", "pickup cancel 1 overgenomen",
                        "worker deactivate 1 overgenomen", "worker deactivate 2 overgenomen"});
    CHECK_FALSE(f.subsidiaries.deactivate(f.end()).changed);
    const std::string before = f.trace();
    CHECK(refused([&] { f.workers.add(f.worker(13)); }) == "rule org");
    CHECK(refused([&] { f.workers.activate({.login = login, .reason = ""}); }) == "rule org");
    CHECK(refused([&] {
              Contracts(f.env).add({.worker = login,
                                    .site = EstablishmentNumber::parse("2147812701"),
                                    .from = f.today(),
                                    .until = {},
                                    .hours = WeeklyHours::parse("19"),
                                    .reason = ""});
          }) == "rule org");
    CHECK(refused([&] { f.pickups.request(f.pickup("2026-11-27")); }) == "rule org");
    CHECK(refused([&] { f.recurring.set(f.fridays()); }) == "rule org");
    CHECK(f.trace() == before);
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE deactivation SET deactivated_on = '2026-11-22'");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("its number is confirmed, and whoever does not is told what depends on it") {
    GroupFixture f;
    f.workers.add(f.worker(11));
    f.pickups.request(f.pickup("2026-11-25"));
    const std::string before = f.trace();
    SubsidiaryEnd asked = f.end();
    asked.confirm.reset();
    CHECK(said([&] { f.subsidiaries.deactivate(asked); }) ==
          fmt::format("Dochter ({}) has 1 active worker, 0 open services, 0 open issuances, 1 "
                      "coming pickup; deactivating it is not confirmed, and --yes is not enough "
                      "for it; type its number once more: --confirm {}",
                      f.daughter.formatted(), f.daughter.digits()));
    CHECK(f.with([](auto& a) { a.confirm.reset(); }) == "usage confirm");
    CHECK(f.with([&](auto& a) { a.confirm = f.parent; }) == "usage confirm");
    CHECK(f.with([&](auto& a) { a.org = f.stranger; }) == "not_found number");
    CHECK(f.with([&](auto& a) { a.number = f.parent; }) == "rule number");
    CHECK(f.with([&](auto& a) { a.number = org_number(9); }) == "not_found number");
    CHECK(f.trace() == before);
}

TEST_CASE("open issuances keep it active, unless it is forced with a reason") {
    GroupFixture f;
    f.add_issuance("received");
    f.add_issuance("paid");
    const std::string before = f.trace();
    CHECK(f.with([](auto&) {}) == "rule number");
    CHECK(f.with([](auto& a) {
        a.force = true;
        a.reason = " ";
    }) == "usage reason");
    CHECK(f.trace() == before);
    SubsidiaryEnd forced = f.end();
    forced.force = true;
    CHECK(f.subsidiaries.deactivate(forced).remark ==
          "0 workers made inactive, 0 coming pickups taken back; 0 open services and 1 open "
          "issuance go on");
    CHECK(f.column("SELECT forced FROM deactivation") == Lines{"1"});
}

TEST_CASE("the parent's representative deactivates it; its chief does not, nor anybody elsewhere") {
    GroupFixture f;
    const Person boss = f.add_person(21, "Frank", "Vandevelde");
    const Person chief = f.add_person(22, "An", "Chief");
    f.run(
        fmt::format("INSERT INTO register_function (enterprise, person, function, represents, "
                    "valid_from, valid_until) VALUES ({}, {}, 'zaakvoerder', 1, '2020-01-01', "
                    "'9999-12-31')",
                    f.parent.value(), boss.number.value()));
    f.run(
        fmt::format("INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
                    "context_id, email, phone, valid_from, valid_until, ended_at, reason, "
                    "operation_id) VALUES ((SELECT id FROM organisation WHERE number = {}), {}, "
                    "'chief', NULL, 0, 'an@example.be', '', '2026-01-01', '9999-12-31', '', '', "
                    "(SELECT min(id) FROM operation))",
                    f.parent.value(), chief.id.value()));
    const auto as = [&](const Person& person, EnterpriseNumber org) {
        return open_session(f, {.person = person.id.value(), .org = org});
    };
    {
        const ActingAs acting(f, as(chief, f.parent));
        CHECK(f.listed(f.parent).size() == 1);
        CHECK(f.with([](auto&) {}) == "not_allowed ");
    }
    {
        const ActingAs acting(f, as(f.lucas, f.daughter));
        CHECK(f.with([](auto&) {}) == "not_found number");
    }
    {
        const ActingAs acting(f, as(boss, f.stranger));
        CHECK(f.with([](auto&) {}) == "not_found number");
    }
    const ActingAs acting(f, as(boss, f.parent));
    CHECK(f.with([](auto&) {}) == "accepted");
}

TEST_CASE("a file of them tells what came of each row") {
    GroupFixture f;
    SubsidiaryEnd bad = f.end();
    bad.number = f.stranger;
    const std::vector<std::variant<SubsidiaryEnd, Error>> rows{f.end(), f.end(), bad};
    CHECK(run_rows<SubsidiaryEnd>(rows, {.skip_invalid = true},
                                  [&](const auto& source, const auto& how, const auto& sink) {
                                      return f.subsidiaries.deactivate_rows(source, how, sink);
                                  })
              .states() == "applied unchanged rejected");
}

}  // namespace dcadmin::test
