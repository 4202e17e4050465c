// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"
#include "support/signed_in.h"

#include <dcadmin/accounts.h>
#include <dcadmin/audit.h>

#include <doctest/doctest.h>

#include <atomic>
#include <random>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Requests = std::vector<std::variant<NewGrant, Error>>;

struct RunFixture : RightsFixture {
    Outcome run(const Requests& rows, const bulk::Options& options = {}) {
        return run_rows<NewGrant>(rows, options,
                                  [&](const auto& source, const auto& how, const auto& sink) {
                                      return rights.grant_rows(source, how, sink);
                                  });
    }
    NewGrant unknown_site() { return site_grant({site_number(99)}); }
    std::uint64_t verify() { return Audit(env).verify().problem_count; }
    std::string grants() {
        std::string text;
        for (const auto& row : column("SELECT relation_id || ' ' || right_id || ' ' || context_id "
                                      "|| ' ' || valid_from || ' ' || valid_until || ' ' || reason "
                                      "FROM right_grant ORDER BY 1")) {
            text += row + "\n";
        }
        return text;
    }
};

}  // namespace

TEST_CASE("a run grants every row and answers each with its id") {
    RunFixture f;
    auto outcome = f.run({f.new_grant(), f.site_grant({f.aalst, f.brugge})});
    CHECK(outcome.states() == "applied applied");
    CHECK(outcome.summary.committed);
    CHECK(outcome.results[2].id.find('|') != std::string::npos);
    CHECK(f.entries().back().starts_with("grant add"));
    CHECK(f.verify() == 0);
    CHECK(f.problems().empty());
}

TEST_CASE("a run makes one notice per person that names all of his rows") {
    RunFixture f;
    const auto before = f.notices().size();
    const Requests rows{f.new_grant(), f.site_grant({f.aalst}), f.site_grant({f.brugge})};
    f.run(rows);
    CHECK(f.notices().size() == before + 1);
    RunFixture each;
    const auto each_before = each.notices().size();
    each.run(rows, {.notify = bulk::Notify::each});
    CHECK(each.notices().size() == each_before + 3);
    RunFixture none;
    const auto none_before = none.notices().size();
    none.run(rows, {.notify = bulk::Notify::none});
    CHECK(none.notices().size() == none_before);
}

TEST_CASE("one bad row stops the run: every mistake is named and nothing is changed") {
    RunFixture f;
    const auto before = f.trace();
    const Requests rows{f.new_grant(), f.unknown_site(), Error(Kind::usage, "not a number"),
                        f.site_grant({})};
    auto outcome = f.run(rows);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(outcome.of(2) == "rejected not_found");
    CHECK(outcome.of(3) == "rejected usage");
    CHECK(outcome.of(4) == "rejected rule");
    CHECK(outcome.summary.count(bulk::State::not_attempted) == 1);
    CHECK(f.trace() == before);
    outcome = f.run(rows, {.skip_invalid = true});
    CHECK(outcome.states() == "applied rejected rejected rejected");
    CHECK(f.verify() == 0);
}

TEST_CASE("a dry run judges exactly as the run does, and changes nothing") {
    RunFixture f;
    f.granted(f.new_grant());
    const Requests rows{f.new_grant(), f.site_grant({f.aalst}), f.unknown_site(),
                        f.site_grant({f.aalst})};
    const auto before = f.trace();
    const auto dry = f.run(rows, {.dry_run = true, .skip_invalid = true});
    CHECK(f.trace() == before);
    CHECK_FALSE(dry.summary.committed);
    CHECK(dry.states() == "unchanged applied rejected unchanged");
    CHECK(f.run(rows, {.skip_invalid = true}).states() == dry.states());
}

TEST_CASE("a service account grants by file what its scope and organisations allow, and no more") {
    RunFixture f;
    const auto account = [&](std::string_view name, std::vector<std::string> operations,
                             std::vector<EnterpriseNumber> orgs) {
        return Accounts(f.env)
            .add({.name = std::string(name),
                  .operations = std::move(operations),
                  .orgs = std::move(orgs),
                  .until = day("2027-06-30"),
                  .reason = "r"})
            .secret;
    };
    const auto all = account("all", {"grant"}, {});
    const auto here = account("here", {"grant"}, {f.org});
    const auto elsewhere = account("elsewhere", {"grant"}, {f.add_org(9, "Elders")});
    const auto reader = account("reader", {"read_persons"}, {});
    const auto answers = [&](const std::string& secret) {
        const ActingAs acting(f, secret);
        const auto came = f.run({f.new_grant(), f.site_grant({f.aalst})}, {.dry_run = true});
        return came.summary.failure ? std::string(name_of(came.summary.failure->kind()))
                                    : came.of(1);
    };
    CHECK(answers(all) == "applied");
    CHECK(answers(here) == "applied");
    CHECK(answers(elsewhere) == "rejected not_found");
    CHECK(answers(reader) == "rejected not_allowed");
    {
        const ActingAs acting(f, all);
        CHECK(f.run({f.new_grant(), f.site_grant({f.aalst})}).states() == "applied applied");
    }
    CHECK(f.column("SELECT a.name FROM operation o JOIN account a ON a.id = o.account_id")
              .back() == "all");
    CHECK(f.verify() == 0);
}

TEST_CASE("running the same file again changes nothing") {
    RunFixture f;
    const Requests rows{f.new_grant(), f.site_grant({f.aalst, f.brugge})};
    auto first = f.run(rows);
    const auto before = f.trace();
    auto again = f.run(rows);
    CHECK(again.states() == "unchanged unchanged");
    CHECK(again.results[1].id == first.results[1].id);
    CHECK(f.trace() == before);
    f.clock.set(Timestamp::parse("2026-12-24T10:00:00Z"));
    CHECK(f.run(rows).states() == "unchanged unchanged");
}

TEST_CASE("of two rows that collide the earlier line wins") {
    RunFixture f;
    auto outcome =
        f.run({f.new_grant("2027-06-01", "2027-12-31"), f.new_grant("2027-01-01", "2027-06-30"),
               f.new_grant("2027-06-01", "2027-12-31")},
              {.skip_invalid = true});
    CHECK(outcome.states() == "applied rejected unchanged");
    CHECK(outcome.of(2) == "rejected conflict");
    CHECK(outcome.results[2].message.find("row 1 of this file") != std::string::npos);
    CHECK(outcome.results[3].message == "the same as row 1");
}

TEST_CASE("a row that asks for several sites is done whole or not at all") {
    RunFixture f;
    f.granted(f.site_grant({f.brugge}));
    NewGrant other_end = f.site_grant({f.aalst, f.brugge});
    other_end.until = day("2027-03-01");
    const auto outcome = f.run({other_end}, {.skip_invalid = true});
    CHECK(outcome.of(1) == "rejected conflict");
    CHECK(f.column("SELECT count(*) FROM right_grant") == std::vector<std::string>{"1"});
}

TEST_CASE("a cut request says so in its result") {
    RunFixture f;
    auto outcome = f.run({f.new_grant("2026-12-01", "2039-01-01")});
    CHECK(outcome.results[1].message == "until cut to 01/12/2030, the longest this right may last");
}

TEST_CASE("a run that is told to stop keeps nothing and says so") {
    RunFixture f;
    const std::atomic<int> stop{2};
    Requests rows;
    for (int i = 0; i < 3000; ++i) rows.emplace_back(f.unknown_site());
    rows.emplace_back(f.new_grant());
    const auto before = f.trace();
    const auto outcome = f.run(rows, {.skip_invalid = true, .stop = &stop});
    CHECK(outcome.summary.stopped_by_signal);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
}

TEST_CASE("a source that fails ends the run with its error and keeps nothing") {
    RunFixture f;
    const auto before = f.trace();
    int given = 0;
    bulk::Source<NewGrant> source{.next =
                                      [&](bulk::Row<NewGrant>& row) {
                                          if (++given > 5)
                                              throw Error(Kind::usage,
                                                          "the file ends within quotes");
                                          row = {static_cast<std::uint64_t>(given), f.new_grant()};
                                          return true;
                                      },
                                  .rewind = [&] { given = 0; }};
    const auto summary = f.rights.grant_rows(source, {}, [](auto, const auto&) {});
    REQUIRE(summary.failure);
    CHECK(summary.failure->message() == "the file ends within quotes");
    CHECK(f.trace() == before);
}

TEST_CASE("a file gives the same grants and answers whether it is written at once or in batches") {
    std::mt19937 random(20201022);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 20; ++round) {
        RunFixture whole;
        RunFixture batches;
        for (RunFixture* f : {&whole, &batches}) {
            for (std::uint64_t n = 2; n < 6; ++n) {
                f->add_relation(f->add_person(n).id, f->org, "2026-01-01", "2028-12-31");
            }
        }
        Requests rows;
        for (int i = 0; i < 60; ++i) {
            NewGrant request = pick(2) == 0 ? whole.new_grant() : whole.site_grant({});
            request.person = PersonId::from_stored(1 + pick(6));  // the sixth is unknown
            if (pick(8) != 0 && request.right == whole.vouchers) request.contexts = {whole.aalst};
            if (pick(3) == 0 && request.right == whole.vouchers) {
                request.contexts.emplace_back(whole.brugge);
            }
            if (pick(2) == 0) request.from = day("2026-12-01").plus_days(pick(4) * 40);
            if (pick(2) == 0) request.until = day("2027-06-01").plus_days(pick(4) * 200);
            request.reason = "row " + std::to_string(i);
            rows.emplace_back(request);
        }
        const auto at_once = whole.run(rows, {.skip_invalid = true});
        const auto by_seven = batches.run(rows, {.skip_invalid = true, .batch = 7});
        CHECK(at_once.states() == by_seven.states());
        CHECK(whole.grants() == batches.grants());
        CHECK(whole.verify() + batches.verify() == 0);
        CHECK(whole.problems().empty());
    }
}

TEST_CASE("thousands of rows for hundreds of persons leave a log that verifies") {
    RunFixture f;
    Requests rows;
    for (std::uint64_t n = 2; n < 202; ++n) {
        const Person person = f.add_person(n);
        f.add_relation(person.id, f.org, "2026-01-01", "2030-12-31");
        for (int part = 0; part < 12; ++part) {
            NewGrant request = f.new_grant();
            request.person = person.number;
            request.from = day("2027-01-01").plus_days(part * 40);
            request.until = request.from->plus_days(39);
            rows.emplace_back(request);
        }
    }
    const auto outcome = f.run(rows);
    CHECK(outcome.summary.count(bulk::State::applied) == 2400);
    CHECK(outcome.results.size() == 2400);
    CHECK(f.verify() == 0);
    CHECK(f.problems().empty());
}
