// SPDX-License-Identifier: Apache-2.0
// A run by file that others are in the way of, or whose rows fail when they have written already:
// it begins again, as a whole or a batch, and each row is done once.
#include "support/bulk.h"
#include "support/fixture.h"

#include <dcadmin/audit.h>

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Texts = std::vector<std::string>;
using RelationRows = std::vector<std::variant<NewRelation, Error>>;
using EndRows = std::vector<std::variant<RelationEnd, Error>>;

/// Three persons, and rows that each give one of them work in one of two organisations in turn.
struct Batches : Fixture {
    EnterpriseNumber one = add_org(1);
    EnterpriseNumber two = add_org(2);
    RelationRows rows;
    std::map<std::uint64_t, int> given;  // how often each row got a result
    int rewinds = 0;
    Outcome outcome;

    Batches() {
        for (std::uint64_t n = 1; n <= 6; ++n) {
            add_person(n);
            for (const auto org : {one, two}) {
                NewRelation request = new_relation(person_number(n), org);
                request.until = day("2030-12-31");
                rows.emplace_back(request);
            }
        }
        add_person(100);
        add_relation(person_number(100), one);
        add_relation(person_number(100), two);
    }
    /// Calls `before` with the number of each row that is about to be read, and of the passes.
    void run(const bulk::Options& options, const std::function<void(int, std::size_t)>& before) {
        std::size_t next = 0;
        const bulk::Source<NewRelation> source{.next =
                                                   [&](bulk::Row<NewRelation>& row) {
                                                       before(rewinds, next + 1);
                                                       if (next == rows.size()) return false;
                                                       row.number = next + 1;
                                                       row.content = rows[next++];
                                                       return true;
                                                   },
                                               .rewind =
                                                   [&] {
                                                       next = 0;
                                                       ++rewinds;
                                                   }};
        outcome.summary = persons.add_relation_rows(
            source, options, [&](std::uint64_t row, const bulk::Result& result) {
                ++given[row];
                outcome.results[row] = result;
            });
    }
    void check_each_once() {
        CHECK_FALSE(outcome.summary.failure);
        CHECK(outcome.summary.count(bulk::State::applied) == rows.size());
        CHECK(given.size() == rows.size());
        for (const auto& [row, times] : given) CHECK(times == 1);
        CHECK(column("SELECT count(*) FROM working_relation") == Texts{"14"});
        CHECK(column("SELECT count(*) FROM notice WHERE person_id <= 6") == Texts{"6"});
        CHECK(Audit(env).verify().problem_count == 0);
        CHECK(problems().empty());
    }
};

/// Somebody else's change to the chain of an organisation.
void overtake(Fixture& f, EnterpriseNumber org, std::string_view until) {
    Store other = Store::open(f.store.url(), StoreAccess::write);
    const Env env{other, f.clock, {"another", {}}, "test"};
    Persons(env).extend_relation({.person = person_number(100),
                                  .org = org,
                                  .audience = {},
                                  .until = day(until),
                                  .reason = "langer"});
}

}  // namespace

TEST_CASE("a batch that another writer overtook is tried again: no row is lost or doubled" *
          doctest::skip(!on_postgres())) {
    for (const std::size_t at : {2U, 6U, 10U}) {  // in the first, a middle and the last batch
        CAPTURE(at);
        Batches f;
        bool done = false;
        // The second pass writes; the batch has seen the chains when its second row is read.
        f.run({.batch = 4}, [&](int pass, std::size_t row) {
            if (pass < 2 || row != at || done) return;
            done = true;
            overtake(f, f.two, "2031-06-30");
        });
        CHECK(done);
        CHECK(f.rewinds == 3);  // to judge, to write, and again
        f.check_each_once();
    }
}

TEST_CASE("a batch that is overtaken again and again ends well in the end" *
          doctest::skip(!on_postgres())) {
    Batches f;
    int times = 0;
    f.run({.batch = 4}, [&](int pass, std::size_t row) {
        if (pass < 2 || row != 6 || times == 3) return;
        overtake(f, f.two, "2031-06-" + std::to_string(10 + ++times));
    });
    CHECK(times == 3);
    CHECK(f.rewinds == 5);
    f.check_each_once();
}

TEST_CASE("a whole run that another writer overtook begins again and ends whole" *
          doctest::skip(!on_postgres())) {
    Batches f;
    bool done = false;
    f.run({}, [&](int, std::size_t row) {
        if (row != 2 || done) return;
        done = true;
        overtake(f, f.two, "2031-06-30");
    });
    CHECK(f.rewinds == 2);
    CHECK(f.outcome.summary.count(bulk::State::applied) == f.rows.size());
    CHECK(f.column("SELECT count(*) FROM working_relation") == Texts{"14"});
    CHECK(f.column("SELECT count(*) FROM notice WHERE person_id <= 6") == Texts{"6"});
    CHECK(Audit(f.env).verify().problem_count == 0);
}

namespace {

/// Three persons at work; the end of the second meets a key of the store when it is written.
struct LateRefusal : Fixture {
    EnterpriseNumber org = add_org(1);
    EndRows rows;

    LateRefusal() {
        for (std::uint64_t n = 1; n <= 3; ++n) {
            add_person(n);
            const RelationEnd end{.person = person_number(n), .org = org, .at_once = true};
            rows.emplace_back(end);
            if (n != 2) {
                add_relation(end.person, org);
                continue;
            }
            add_relation(end.person, org, "2028-01-01", "2028-12-31");
            persons.end_relation(end);
            add_relation(end.person, org, "2026-01-01", "2027-12-31");
            add_relation(end.person, org, "2028-01-01", "2028-12-31");
        }
    }
    Outcome run(const bulk::Options& options) {
        return run_rows(rows, options,
                        [&](const auto&... given) { return persons.end_relation_rows(given...); });
    }
    Texts live() {
        return column(
            "SELECT person_id || '' FROM working_relation WHERE ended_at = '' ORDER BY id");
    }
};

}  // namespace

TEST_CASE("a row that fails when it has written leaves nothing, and the rows around it stand") {
    for (const std::uint64_t batch : {0U, 1U, 2U}) {
        CAPTURE(batch);
        LateRefusal f;
        const auto entries = f.entries().size();
        const auto notices = f.notices().size();
        const auto outcome = f.run({.skip_invalid = true, .batch = batch});
        CHECK(outcome.states() == "applied rejected applied");
        CHECK(outcome.of(2) == "rejected conflict");
        CHECK(outcome.summary.committed);
        CHECK(outcome.summary.count(bulk::State::applied) == 2);
        CHECK(outcome.summary.count(bulk::State::rejected) == 1);
        CHECK(f.live() == Texts{"2", "2"});
        CHECK(f.entries().size() == entries + 2);
        CHECK(f.notices().size() == notices + 2);
        CHECK(Audit(f.env).verify().problem_count == 0);
        CHECK(f.problems().empty());
    }
}

TEST_CASE("a row that fails when it has written stops a run that skips nothing, and is named") {
    for (const std::uint64_t batch : {0U, 1U}) {
        CAPTURE(batch);
        LateRefusal f;
        const auto before = f.trace();
        const auto outcome = f.run({.batch = batch});
        CHECK(outcome.of(2) == "rejected conflict");
        CHECK_FALSE(outcome.summary.committed);
        CHECK(outcome.summary.count(bulk::State::rejected) == 1);
        CHECK(outcome.summary.count(bulk::State::not_attempted) == 2);
        CHECK(f.trace() == before);
    }
}

TEST_CASE("a dry run of a row that would fail when it has written says so and changes nothing") {
    LateRefusal f;
    const auto before = f.trace();
    const auto outcome = f.run({.dry_run = true, .skip_invalid = true});
    CHECK(outcome.states() == "applied rejected applied");
    CHECK(f.trace() == before);
}
