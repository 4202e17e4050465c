// SPDX-License-Identifier: Apache-2.0
// Workers of companies: who, by which login, at which site, active or not.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>
#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;
constexpr std::string_view zone = "dienstencheques-erkende-onderneming";

AffiliationNumber login(std::string_view digits) {
    return AffiliationNumber::parse(digits);
}

struct WorkersFixture : Fixture {
    Workers workers{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    SiteNumber gent = add_site(org, 2, "Gent");

    static NewWorker worker_of(EnterpriseNumber company, std::uint64_t n) {
        return {.login = {},
                .number = person_number(n),
                .first_name = "Zoë",
                .last_name = "D'Hondt",
                .org = company,
                .site = {},
                .region = Region::wallonia,
                .email = EmailAddress::parse("zoe@example.be"),
                .phone = PhoneNumber::parse("0470123456"),
                .reason = "in dienst"};
    }
    NewWorker worker(std::uint64_t n = 1) { return worker_of(org, n); }
    AffiliationNumber add_at(SiteNumber site, std::uint64_t n) {
        NewWorker asked = worker(n);
        asked.site = site;
        return workers.add(asked).item.login;
    }
    Lines list(const WorkerFilter& filter = {}) {
        Lines all;
        workers.list(filter, [&](const Worker& one) {
            all.push_back(one.login.digits() + " " + one.name + " " + one.state + " " +
                          one.contract);
            return true;
        });
        return all;
    }
    WorkerFilter with(auto change) {
        WorkerFilter filter;
        change(filter);
        return filter;
    }
    void give_zone(const Person& person, SiteNumber site) {
        add_relation(person.id, org);
        run("INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until, "
            "first_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
            "working_relation), (SELECT id FROM right_definition WHERE code = '" +
            std::string(zone) +
            "'), (SELECT id FROM context_value WHERE kind = 'site' AND number = " + site.digits() +
            "), '2026-01-01', '2027-01-01', '2027-01-01', '', '', (SELECT min(id) FROM "
            "operation))");
    }
};

}  // namespace

TEST_CASE("a worker is a person who gets the next login that is free, in the company's log") {
    WorkersFixture f;
    const auto first = f.workers.add(f.worker());
    CHECK(first.changed);
    CHECK(first.remark.empty());
    CHECK(first.item.login.digits() == "980000000182");
    CHECK_FALSE(first.item.login.warning());
    CHECK(f.last_entry() == "worker add 1 in dienst");
    CHECK(f.column("SELECT count(*) FROM person") == Lines{"1"});
    CHECK(f.workers.add(f.worker(2)).item.login.digits() == "980000000283");
    CHECK_FALSE(f.workers.add(f.worker()).changed);
    CHECK(f.list() ==
          Lines{"980000000182 Zoë D'Hondt active none", "980000000283 Zoë D'Hondt active none"});
    CHECK(f.workers.get(first.item.login).email->text() == "zoe@example.be");
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE worker SET phone = '+32470999999' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a login that is given is kept, with a word about its check digits") {
    WorkersFixture f;
    NewWorker asked = f.worker();
    asked.login = login("980000123456");
    const auto written = f.workers.add(asked);
    CHECK(written.item.login == login("980000123456"));
    CHECK(written.remark.find("check digits") != std::string::npos);
    NewWorker second = f.worker(2);
    second.login = asked.login;
    CHECK(refused([&] { f.workers.add(second); }) == "conflict login");
    second.login.reset();
    CHECK(f.workers.add(second).item.login > *asked.login);
    NewWorker last = f.worker(3);
    last.login = login("980999999932");
    f.workers.add(last);
    CHECK(refused([&] { f.workers.add(f.worker(4)); }) == "rule login");
}

TEST_CASE(
    "who is a worker there otherwise, or at a site of another company, is refused untouched") {
    WorkersFixture f;
    const SiteNumber elsewhere = f.add_site(f.other, 3, "Luik");
    f.workers.add(f.worker());
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewWorker asked = f.worker();
        change(asked);
        return refused([&] { f.workers.add(asked); });
    };
    CHECK(with([](auto& w) { w.region = Region::brussels; }) == "conflict number");
    CHECK(with([](auto& w) { w.phone = PhoneNumber::parse("0470999999"); }) == "conflict number");
    CHECK(with([&](auto& w) { w.site = elsewhere; }) == "not_found site");
    CHECK(with([&](auto& w) { w.org = org_number(9); }).starts_with("not_found"));
    CHECK(with([&](auto& w) {
              w.number = person_number(7);
              w.first_name = "";
              w.last_name = "";
          }) == "rule first_name");
    CHECK(f.trace() == before);
    // One person may work for two companies, each with a login of its own.
    CHECK(f.workers.add(WorkersFixture::worker_of(f.other, 1)).changed);
}

TEST_CASE("a worker's data change field by field, and he is let out and in again") {
    WorkersFixture f;
    const auto zoe = f.workers.add(f.worker()).item.login;
    WorkerChange change{.login = zoe,
                        .site = f.gent,
                        .region = Region::flanders,
                        .email = {},
                        .phone = PhoneNumber::parse("0470999999"),
                        .reason = "verhuisd"};
    const auto changed = f.workers.update(change);
    CHECK(changed.changed);
    CHECK(changed.item.site == f.gent);
    CHECK(changed.item.email->text() == "zoe@example.be");
    CHECK(f.last_entry() == "worker update 1 verhuisd");
    CHECK_FALSE(f.workers.update(change).changed);
    CHECK(f.workers.deactivate({.login = zoe, .reason = "ziek"}).item.state == "inactive");
    CHECK(f.last_entry() == "worker deactivate 1 ziek");
    CHECK_FALSE(f.workers.deactivate({.login = zoe, .reason = ""}).changed);
    CHECK(refused([&] { f.workers.add(f.worker()); }) == "conflict number");
    CHECK(f.list().empty());
    CHECK(f.list(f.with([](auto& x) { x.state = "inactive"; })).size() == 1);
    CHECK(f.workers.activate({.login = zoe, .reason = "terug"}).item.state == "active");
    CHECK(f.last_entry() == "worker activate 1 terug");
    CHECK(refused([&] { f.workers.activate({.login = login("980000611888"), .reason = ""}); }) ==
          "not_found login");
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("lists are cut by company, site, region, state and the first digits of the login") {
    WorkersFixture f;
    f.add_at(f.aalst, 1);
    f.add_at(f.gent, 2);
    f.workers.add(WorkersFixture::worker_of(f.other, 3));
    CHECK(f.list(f.with([&](auto& x) { x.org = f.org; })).size() == 2);
    CHECK(f.list(f.with([&](auto& x) { x.site = f.gent; })).size() == 1);
    CHECK(f.list(f.with([](auto& x) { x.region = Region::brussels; })).empty());
    CHECK(f.list(f.with([](auto& x) { x.text = "9800000002"; })).size() == 1);
    CHECK(f.list(f.with([](auto& x) { x.text = "98"; })).size() == 3);
    CHECK(f.list(f.with([](auto& x) { x.text = "zoe"; })).size() == 3);
    CHECK(f.list(f.with([](auto& x) { x.text = "xyz"; })).empty());
    CHECK(refused([&] { f.list(f.with([](auto& x) { x.state = "weg"; })); }) == "usage state");
}

TEST_CASE("a file of workers tells which rows are wrong and keeps the others") {
    WorkersFixture f;
    NewWorker wrong = f.worker(2);
    wrong.site = site_number(9);
    const std::vector<std::variant<NewWorker, Error>> rows{f.worker(1), wrong, f.worker(1)};
    const auto outcome = run_rows<NewWorker>(
        rows, {.skip_invalid = true}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.workers.add_rows(source, how, sink);
        });
    CHECK(outcome.states() == "applied rejected unchanged");
    CHECK(f.list().size() == 1);
    const auto zoe = login("980000000182");
    const std::vector<std::variant<WorkerRef, Error>> refs{WorkerRef{zoe, "ziek"},
                                                           WorkerRef{login("980000611888"), ""}};
    const auto run = [&](auto how) {
        return run_rows<WorkerRef>(refs, {.skip_invalid = true}, how).states();
    };
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.workers.deactivate_rows(source, how, sink);
          }) == "applied rejected");
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.workers.activate_rows(source, how, sink);
          }) == "applied rejected");
    const std::vector<std::variant<WorkerChange, Error>> changes{
        WorkerChange{zoe, f.gent, {}, {}, {}, ""}, WorkerChange{zoe, f.gent, {}, {}, {}, ""}};
    const auto changed =
        run_rows<WorkerChange>(changes, {.skip_invalid = true},
                               [&](const auto& source, const auto& how, const auto& sink) {
                                   return f.workers.update_rows(source, how, sink);
                               });
    CHECK(changed.states() == "applied unchanged");
}

TEST_CASE("who holds the right of the zone at a site keeps the workers of that site alone") {
    WorkersFixture f;
    f.add_right(zone);
    const auto here = f.add_at(f.aalst, 1);
    const auto there = f.add_at(f.gent, 2);
    const auto nowhere = f.workers.add(f.worker(3)).item.login;
    const auto foreign = f.workers.add(WorkersFixture::worker_of(f.other, 4)).item.login;
    const Person anna = f.add_person(9, "Anna", "Peeters");
    f.give_zone(anna, f.aalst);
    const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.org}));
    const auto off = [&](AffiliationNumber who) {
        return refused([&] { f.workers.deactivate({.login = who, .reason = ""}); });
    };
    CHECK(f.list().size() == 2);
    CHECK(off(here) == "accepted");
    CHECK(off(there) == "not_allowed ");
    CHECK(off(nowhere) == "accepted");
    CHECK(off(foreign) == "not_found login");
    CHECK(refused([&] { (void)f.workers.get(there); }) == "not_allowed ");
    CHECK(refused([&] { (void)f.workers.get(foreign); }) == "not_found login");
    const auto move = [&](AffiliationNumber who, SiteNumber site) {
        return refused([&] {
            f.workers.update(
                {.login = who, .site = site, .region = {}, .email = {}, .phone = {}, .reason = ""});
        });
    };
    CHECK(move(here, f.gent) == "not_allowed ");
    CHECK(move(nowhere, f.aalst) == "accepted");
    NewWorker fresh = f.worker(5);
    fresh.site = f.gent;
    CHECK(refused([&] { f.workers.add(fresh); }) == "not_allowed ");
    fresh.site = f.aalst;
    CHECK(refused([&] { f.workers.add(fresh); }) == "accepted");
}

TEST_CASE("a worker who signs in for himself sees himself and says how he is reached") {
    WorkersFixture f;
    const auto zoe = f.workers.add(f.worker(1));
    const auto tom = f.workers.add(f.worker(2)).item.login;
    const ActingAs acting(f, open_session(f, {.person = zoe.item.person.value()}));
    CHECK(f.list() == Lines{"980000000182 Zoë D'Hondt active none"});
    CHECK(f.workers.get(zoe.item.login).login == zoe.item.login);
    const auto reach = [&](AffiliationNumber who, std::optional<Region> region) {
        return refused([&] {
            f.workers.update({.login = who,
                              .site = {},
                              .region = region,
                              .email = {},
                              .phone = PhoneNumber::parse("0470999999"),
                              .reason = ""});
        });
    };
    CHECK(reach(zoe.item.login, {}) == "accepted");
    CHECK(reach(zoe.item.login, Region::flanders) == "not_allowed ");
    CHECK(reach(tom, {}) == "not_found login");
}

TEST_CASE("who is a worker is not erased; once erased, nothing of him is left there") {
    WorkersFixture f;
    const auto zoe = f.workers.add(f.worker());
    (void)f.workers.reset_password({.login = zoe.item.login, .to_phone = false, .reason = ""});
    const auto erase = [&] {
        return refused([&] {
            Leavers(f.env).erase({.person = zoe.item.person, .reason = "gevraagd", .force = true});
        });
    };
    CHECK(erase() == "rule person");
    f.workers.deactivate({.login = zoe.item.login, .reason = "weg"});
    CHECK(erase() == "accepted");
    CHECK(f.column("SELECT email || phone || password_hash FROM worker") == Lines{""});
    CHECK(f.list(f.with([](auto& x) { x.state = "all"; })) ==
          Lines{"980000000182 (erased) inactive none"});
    CHECK(Audit(f.env).verify({}).problems.empty());
}

}  // namespace dcadmin::test
