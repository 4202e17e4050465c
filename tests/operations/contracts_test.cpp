// SPDX-License-Identifier: Apache-2.0
// Contracts of workers, and who lacks one.
#include "support/bulk.h"
#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

EstablishmentNumber establishment(std::uint64_t n) {
    return EstablishmentNumber::parse(site_number(n).digits());
}

struct ContractsFixture : Fixture {
    Workers workers{env};
    Contracts contracts{env};
    EnterpriseNumber org = add_org(1);
    AffiliationNumber zoe = add(1, Region::wallonia);

    ContractsFixture() {
        add_site(org, 1);
        add_site(org, 2, "Gent");
    }
    AffiliationNumber add(std::uint64_t n, Region region) {
        return workers
            .add({.login = {},
                  .number = person_number(n),
                  .first_name = "Zoë",
                  .last_name = "D'Hondt",
                  .org = org,
                  .site = {},
                  .region = region,
                  .email = {},
                  .phone = {},
                  .reason = ""})
            .item.login;
    }
    NewContract contract(std::string_view from, std::string_view until = {}) {
        NewContract asked{.worker = zoe,
                          .site = establishment(1),
                          .from = day(from),
                          .until = {},
                          .hours = WeeklyHours::parse("19.5"),
                          .reason = "getekend"};
        if (!until.empty()) asked.until = day(until);
        return asked;
    }
    std::string ended(std::string_view on, std::optional<EstablishmentNumber> site = {}) {
        return refused([&] {
            contracts.end({.worker = zoe, .site = site, .on = day(on), .reason = "ontslag"});
        });
    }
    Lines list(const ContractFilter& filter = {}) {
        Lines all;
        contracts.list(filter, [&](const Contract& one) {
            all.push_back(one.site.digits() + " " + one.period.first().iso() + " " +
                          one.period.last().iso() + " " + one.hours.text() + " " + one.state);
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a contract has an establishment, a beginning and hours, and may have no end") {
    ContractsFixture f;
    const std::string site = site_number(1).digits();
    CHECK(f.contracts.add(f.contract("2026-11-01")).changed);
    CHECK(f.last_entry() == "contract add 1 getekend");
    CHECK_FALSE(f.contracts.add(f.contract("2026-11-01")).changed);
    CHECK(f.list() == Lines{site + " 2026-11-01 9999-12-31 19.50 active"});
    CHECK(f.workers.get(f.zoe).contract == "open");
    CHECK(f.list({.worker = f.zoe, .state = "ended"}).empty());
    CHECK(f.list({.worker = f.zoe, .state = "future", .at = day("2026-10-31")}).size() == 1);
    CHECK(refused([&] { f.list({.state = "weg"}); }) == "usage state");
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE contract SET hours = 3800");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("contracts at one establishment do not overlap; at two they may") {
    ContractsFixture f;
    f.contracts.add(f.contract("2026-01-01", "2026-06-30"));
    const std::string before = f.trace();
    const auto add = [&](const NewContract& asked) {
        return refused([&] { f.contracts.add(asked); });
    };
    CHECK(add(f.contract("2026-06-30")) == "conflict from");
    NewContract longer = f.contract("2026-01-01", "2026-06-30");
    longer.hours = WeeklyHours::parse("38");
    CHECK(add(longer) == "conflict from");
    CHECK(add(f.contract("2026-07-01", "2026-06-30")) == "usage until");
    NewContract elsewhere = f.contract("2026-03-01");
    elsewhere.site = establishment(9);
    CHECK(add(elsewhere) == "not_found site");
    NewContract nobody = f.contract("2026-07-01");
    nobody.worker = AffiliationNumber::parse("980000611888");
    CHECK(add(nobody) == "not_found login");
    CHECK(f.trace() == before);
    elsewhere.site = establishment(2);
    CHECK(add(elsewhere) == "accepted");
    CHECK(add(f.contract("2026-07-01")) == "accepted");
    CHECK(f.list().size() == 3);
    f.run("UPDATE contract SET valid_from = '2026-06-01' WHERE id = 3");
    CHECK(f.problems().size() == 1);
}

TEST_CASE("the contract that runs on a day ends with it") {
    ContractsFixture f;
    f.contracts.add(f.contract("2026-01-01"));
    CHECK(f.ended("2025-12-31") == "not_found worker");
    CHECK(f.ended("2026-11-30") == "accepted");
    CHECK(f.last_entry() == "contract end 1 ontslag");
    CHECK(f.workers.get(f.zoe).contract == "fixed");
    CHECK_FALSE(
        f.contracts.end({.worker = f.zoe, .site = {}, .on = day("2026-11-30"), .reason = ""})
            .changed);
    CHECK(f.ended("2026-12-01") == "not_found worker");
    NewContract second = f.contract("2026-02-01");
    second.site = establishment(2);
    f.contracts.add(second);
    CHECK(f.ended("2026-11-23") == "usage site");
    CHECK(f.ended("2026-11-23", establishment(2)) == "accepted");
    CHECK(f.list({.state = "active", .at = day("2026-11-24")}).size() == 1);
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("active workers of Wallonia and Brussels without a contract today are counted") {
    ContractsFixture f;
    const auto flemish = f.add(2, Region::flanders);
    const auto brussels = f.add(3, Region::brussels);
    CHECK(f.workers.without_contract({}) == 2);
    CHECK(f.workers.without_contract(f.org) == 2);
    f.contracts.add(f.contract("2026-11-24"));
    CHECK(f.workers.without_contract({}) == 2);
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    CHECK(f.workers.without_contract({}) == 1);
    f.workers.deactivate({.login = brussels, .reason = ""});
    CHECK(f.workers.without_contract({}) == 0);
    CHECK(f.workers.get(flemish).contract == "none");
}

TEST_CASE("files of contracts tell what came of each row") {
    ContractsFixture f;
    const std::vector<std::variant<NewContract, Error>> rows{
        f.contract("2026-01-01"), f.contract("2026-01-01"), f.contract("2026-02-01")};
    CHECK(run_rows<NewContract>(rows, {.skip_invalid = true},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.contracts.add_rows(source, how, sink);
                                })
              .states() == "applied unchanged rejected");
    const ContractEnd end{.worker = f.zoe, .site = {}, .on = day("2026-11-30"), .reason = ""};
    const std::vector<std::variant<ContractEnd, Error>> ends{end, end};
    CHECK(run_rows<ContractEnd>(ends, {},
                                [&](const auto& source, const auto& how, const auto& sink) {
                                    return f.contracts.end_rows(source, how, sink);
                                })
              .states() == "applied unchanged");
}

TEST_CASE("hours a week are read to the hundredth, fifty at most") {
    CHECK(WeeklyHours::parse("19").text() == "19.00");
    CHECK(WeeklyHours::parse(" 19,5 ").text() == "19.50");
    CHECK(WeeklyHours::parse("0.25").hundredths() == 25);
    CHECK(WeeklyHours::parse("50").text() == "50.00");
    for (const auto* const wrong : {"", "0", "50.01", "19.", ".5", "-3", "19.555", "138", "x", "1e1"}) {
        CAPTURE(wrong);
        CHECK(refused([&] { (void)WeeklyHours::parse(wrong); }) == "usage hours");
    }
}

}  // namespace dcadmin::test
