// SPDX-License-Identifier: Apache-2.0
// Several who write to one store on a server at the same time: runs for different organisations do
// not wait for each other, those for the same one do, and no chain is ever broken.
#include "store/db.h"
#include "support/bulk.h"
#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/rights.h>

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Requests = std::vector<std::variant<NewGrant, Error>>;

constexpr std::uint64_t person_count = 120;
constexpr int periods = 20;

/// One more who works with the store, on a connection of his own.
struct Colleague {
    Store store;
    Env env;
    Persons people{env};
    Rights rights{env};

    explicit Colleague(Fixture& f)
        : store(Store::open(f.store.url(), StoreAccess::write)),
          env{store, f.clock, {"colleague", {}}, "test"} {}
    Outcome run(const Requests& rows, const std::function<void()>& amid = {}) {
        bool told = false;
        return run_rows(rows, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return rights.grant_rows(source, how, [&](std::uint64_t row, const auto& result) {
                if (amid && !std::exchange(told, true)) amid();
                sink(row, result);
            });
        });
    }
};

/// Two organisations in which the same persons work, and two rights.
struct SideBySide : Fixture {
    EnterpriseNumber one = add_org(1);
    EnterpriseNumber two = add_org(2);
    RightCode read = add_right("raadplegen");
    RightCode write = add_right("schrijven");

    SideBySide() {
        std::vector<std::variant<NewPerson, Error>> rows;
        std::vector<std::variant<NewRelation, Error>> relations;
        for (std::uint64_t n = 1; n <= person_count; ++n) {
            rows.emplace_back(new_person(n));
            for (const auto org : {one, two}) {
                NewRelation request = new_relation(person_number(n), org);
                request.from = day("2026-01-01");
                request.until = day("2030-12-31");
                relations.emplace_back(request);
            }
        }
        run_rows(rows, {}, [&](const auto&... given) { return persons.add_rows(given...); });
        run_rows(relations, {},
                 [&](const auto&... given) { return persons.add_relation_rows(given...); });
    }
    [[nodiscard]] NewGrant grant(std::uint64_t person, EnterpriseNumber org, const RightCode& right,
                                 int period = 0) const {
        const Date from = day("2026-12-01").plus_days(period * 20);
        return {.person = person_number(person),
                .org = org,
                .right = right,
                .contexts = {},
                .from = from,
                .until = from.plus_days(19),
                .reason = "nodig"};
    }
    [[nodiscard]] Requests rows(EnterpriseNumber org, const RightCode& right) const {
        Requests all;
        for (int period = 0; period < periods; ++period) {
            for (std::uint64_t n = 1; n <= person_count; ++n) {
                all.emplace_back(grant(n, org, right, period));
            }
        }
        return all;
    }
    std::string granted() { return column("SELECT count(*) FROM right_grant").front(); }
    /// Every grant has its one entry, no chain is broken and no invariant.
    void check_whole() {
        CHECK(Audit(env).verify().problem_count == 0);
        CHECK(problems().empty());
        CHECK(column("SELECT count(*) FROM audit_entry WHERE subject = 'grant' AND verb = 'add'")
                  .front() == granted());
    }
    /// Whether somebody waits for a lock, within ten seconds.
    [[nodiscard]] bool somebody_waits() const {
        for (int i = 0; i < 200; ++i) {
            const auto waiting = Cluster::get().run(
                "postgres", "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
            if (!waiting.empty()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
};

/// Ends the thread however the test ends.
struct Beside {
    std::thread thread;
    ~Beside() {
        if (thread.joinable()) thread.join();
    }
};

/// What an action of a thread ended with.
std::optional<Kind> ending_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind();
    }
    return std::nullopt;
}

}  // namespace

TEST_SUITE_BEGIN("side by side" * doctest::skip(!on_postgres()));

TEST_CASE("runs for two organisations at the same time do not wait for each other") {
    SideBySide f;
    Colleague slow(f);
    Colleague quick(f);
    quick.store.db().set_patience(1000);
    Outcome second;
    const auto first = slow.run(f.rows(f.one, f.read), [&] {
        second = quick.run(f.rows(f.two, f.read));
        CHECK(second.summary.committed);
        CHECK(f.granted() == "2400");  // of the second alone
    });
    CHECK(first.summary.committed);
    CHECK(first.summary.count(bulk::State::applied) == 2400);
    CHECK(second.summary.count(bulk::State::applied) == 2400);
    CHECK(f.granted() == "4800");
    f.check_whole();
}

TEST_CASE("a single operation for another organisation does not wait for a run") {
    SideBySide f;
    Colleague slow(f);
    Colleague quick(f);
    quick.store.db().set_patience(1000);
    const auto outcome = slow.run(f.rows(f.one, f.read), [&] {
        CHECK(quick.rights.grant(f.grant(1, f.two, f.read)).changed);
        CHECK(quick.people.add(new_person(500)).changed);
    });
    CHECK(outcome.summary.committed);
    f.check_whole();
}

TEST_CASE("of two runs for one organisation the second waits and sees what the first made") {
    SideBySide f;
    Colleague slow(f);
    Outcome second;
    Beside beside;
    const auto first = slow.run(f.rows(f.one, f.read), [&] {
        beside.thread = std::thread([&] { second = Colleague(f).run(f.rows(f.one, f.read)); });
        CHECK(f.somebody_waits());
    });
    beside.thread.join();
    CHECK(first.summary.count(bulk::State::applied) == 2400);
    CHECK(second.summary.committed);
    CHECK(second.summary.count(bulk::State::unchanged) == 2400);
    CHECK(f.granted() == "2400");
    f.check_whole();
}

TEST_CASE("a single operation waits for a run of its organisation, and then goes on") {
    SideBySide f;
    Colleague slow(f);
    std::optional<Kind> ended = Kind::failed;
    Beside beside;
    const auto outcome = slow.run(f.rows(f.one, f.read), [&] {
        beside.thread = std::thread([&] {
            ended = ending_of([&] { Colleague(f).rights.grant(f.grant(1, f.one, f.write)); });
        });
        CHECK(f.somebody_waits());
    });
    beside.thread.join();
    CHECK(outcome.summary.committed);
    CHECK_FALSE(ended);
    CHECK(f.granted() == "2401");
    f.check_whole();
}

TEST_CASE("a single operation that has no patience for a run is busy and leaves nothing") {
    SideBySide f;
    Colleague slow(f);
    Colleague hasty(f);
    hasty.store.db().set_patience(30);
    const auto outcome = slow.run(f.rows(f.one, f.read), [&] {
        CHECK(refused([&] { hasty.rights.grant(f.grant(1, f.one, f.write)); }) == "busy ");
    });
    CHECK(outcome.summary.committed);
    CHECK(f.granted() == "2400");
    f.check_whole();
}

TEST_CASE("a run waits for an operation that holds its organisation, and sees what it made") {
    SideBySide f;
    const auto held =
        f.add_grant(person_number(1), f.one, "raadplegen", "2026-12-01", "2026-12-20");
    Colleague holder(f);
    holder.store.db().begin_bulk();
    holder.store.db().script("SELECT 1 FROM audit_chain WHERE organisation_id = 1 FOR UPDATE");
    Outcome outcome;
    Beside beside{std::thread([&] { outcome = Colleague(f).run(f.rows(f.one, f.read)); })};
    CHECK(f.somebody_waits());
    holder.store.db().rollback();
    beside.thread.join();
    CHECK(outcome.of(1) == "unchanged");
    CHECK(outcome.results[1].id == held.text());
    CHECK(outcome.summary.count(bulk::State::applied) == 2399);
    f.check_whole();
}

namespace {

// Single operations of one writer on his own persons, in both organisations.
std::optional<Kind> work_singly(SideBySide& f, std::uint64_t writer) {
    return ending_of([&] {
        Colleague self(f);
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::uint64_t person = 1 + writer * 4 + i;
            const auto org = i % 2 == 0 ? f.one : f.two;
            self.rights.grant(f.grant(person, org, f.write));
            self.rights.revoke({.person = person_number(person),
                                .org = org,
                                .right = f.write,
                                .contexts = {},
                                .on = {},
                                .reason = "toch niet"});
            self.people.end_relation({.person = person_number(person_count - person),
                                      .org = org,
                                      .audience = {},
                                      .on = {},
                                      .at_once = true,
                                      .reason = "vertrokken"});
        }
    });
}

}  // namespace

TEST_CASE("eight writers at once, by file and singly, end well or busy and break nothing") {
    SideBySide f;
    std::vector<std::optional<Kind>> ended(8);
    std::atomic<int> committed = 0;
    {
        std::vector<Beside> writers(8);
        for (std::uint64_t i = 0; i < 8; ++i) {
            writers[i].thread = std::thread([&, i] {
                if (i % 2 == 0) {
                    ended[i] = work_singly(f, i);
                    return;
                }
                bulk::Options options{.skip_invalid = true};
                Colleague self(f);
                const auto outcome = run_rows(
                    f.rows(i % 4 == 1 ? f.one : f.two, f.read), options,
                    [&](const auto&... given) { return self.rights.grant_rows(given...); });
                if (outcome.summary.committed) ++committed;
                if (outcome.summary.failure) ended[i] = outcome.summary.failure->kind();
            });
        }
    }
    for (const auto& kind : ended) CHECK((!kind || kind == Kind::busy));
    CHECK(committed > 0);
    CHECK(f.granted() != "0");
    f.check_whole();
}

TEST_SUITE_END();
