// SPDX-License-Identifier: Apache-2.0
// Automatic issuances of several processes, on one machine or on many, and of one that is killed:
// each period has one, whoever makes it.
#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/issuance_schedules.h>
#include <dcadmin/store.h>

#include "sample.h"
#include "scratch.h"
#include "store/db.h"
#include "support/postgres.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>
#include <vector>

using namespace dcadmin;
using dcadmin::test::Cluster;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};
const FixedClock half_a_year_later{Timestamp::parse("2027-05-31T08:00:00Z")};
const FixedClock when_the_lease_is_over{Timestamp::parse("2027-05-31T08:10:00Z")};

Env env_of(Store& store, const Clock& clock) {
    return {.store = store, .clock = clock, .actor = {"tester", {}}, .command = "issuance run"};
}

/// The sample has a schedule for Flanders; here it is a daily one.
void fill(const std::string& url) {
    Store store = Store::open(url, StoreAccess::write);
    dcadmin::testing::fill_sample(store);
    store.db().script("UPDATE issuance_schedule SET every = 'day', on_day = 0 WHERE ended_at = ''");
}

RunSummary catch_up(const std::string& url, const Clock& clock) {
    Store store = Store::open(url, StoreAccess::write);
    return IssuanceSchedules(env_of(store, clock)).run({.org = {}, .period = {}, .catch_up = true});
}

std::int64_t number(Store& store, std::string_view sql) {
    auto& found = store.db().statement(sql);
    found.first({});
    const std::int64_t value = found.integer(0);
    found.reset();
    return value;
}

/// Every working day from 23/11/2026 until then, each once.
void check_each_once(const std::string& url) {
    Store store = Store::open(url, StoreAccess::write);
    const std::int64_t made =
        number(store, "SELECT count(*) FROM issuance WHERE mode = 'automatic'");
    CHECK(made ==
          number(store, "SELECT count(DISTINCT period) FROM issuance WHERE mode = 'automatic'"));
    CHECK(made > 120);
    const Env env = env_of(store, when_the_lease_is_over);
    CHECK(IssuanceSchedules(env).status(
              {.org = {}, .region = {}, .from = {}, .until = {}, .missing = true},
              [](const PeriodStatus&) { return true; }) == 0);
    CHECK(number(store,
                 "SELECT count(*) FROM audit_entry WHERE subject = 'issuance' "
                 "AND verb = 'run'") == made);
}

/// What four processes at once come to: how many each made, and who found another at work.
void run_four(const std::string& url) {
    std::atomic<std::int64_t> made{0};
    std::atomic<int> others{0};
    std::vector<std::thread> runs;
    for (int i = 0; i < 4; ++i) {
        runs.emplace_back([&] {
            const RunSummary done = catch_up(url, half_a_year_later);
            made += done.made + done.empty;
            for (const Error& problem : done.problems) others += problem.kind() == Kind::busy;
        });
    }
    for (auto& run : runs) run.join();
    CHECK(made > 120);
    CHECK(others <= 3);
    check_each_once(url);
}

}  // namespace

TEST_CASE("four runs at once on one machine make each period once") {
    const dcadmin::testing::Folder folder;
    const std::string url = folder.url("zone.db");
    { const Store store = Store::init(url, clock_at); }
    fill(url);
    run_four(url);
}

TEST_CASE("four runs at once on a server make each period once") {
    Cluster& cluster = Cluster::get();
    const std::string url = cluster.url(cluster.new_store(clock_at));
    fill(url);
    run_four(url);
}

TEST_CASE("a run that is killed in the middle is gone on with when its lease is over") {
    const dcadmin::testing::Folder folder;
    const std::string url = folder.url("zone.db");
    { const Store store = Store::init(url, clock_at); }
    fill(url);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        static_cast<void>(catch_up(url, half_a_year_later));
        ::_exit(0);
    }
    for (std::int64_t made = 0; made < 5;) {
        Store store = Store::open(url, StoreAccess::read);
        made = number(store, "SELECT count(*) FROM issuance WHERE mode = 'automatic'");
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    const RunSummary too_early = catch_up(url, half_a_year_later);
    REQUIRE(too_early.problems.size() == 1);
    CHECK(too_early.problems.front().kind() == Kind::busy);
    CHECK(too_early.empty == 0);
    CHECK(catch_up(url, when_the_lease_is_over).problems.empty());
    check_each_once(url);
}
