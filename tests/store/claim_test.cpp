// SPDX-License-Identifier: Apache-2.0
// Due work of several processes: every notice is done by one of them.
#include <dcadmin/outbox.h>
#include <dcadmin/store.h>

#include "sample.h"
#include "scratch.h"
#include "store/db.h"
#include "support/postgres.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

using namespace dcadmin;
using dcadmin::test::Cluster;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

Env env_of(Store& store) {
    return {.store = store, .clock = clock_at, .actor = {"tester", {}}, .command = "test"};
}

/// Claims `at_once` by `at_once` from eight connections until nothing is left.
std::vector<std::int64_t> claimed_by_eight(const std::string& url, std::uint32_t at_once) {
    std::mutex mutex;
    std::vector<std::int64_t> done;
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; ++i) {
        workers.emplace_back([&] {
            Store store = Store::open(url, StoreAccess::write);
            const Env env = env_of(store);
            Notices notices(env);
            for (auto claimed = notices.claim(at_once); !claimed.ids.empty();
                 claimed = notices.claim(at_once)) {
                const std::lock_guard lock(mutex);
                for (const auto id : claimed.ids) done.push_back(id.value());
            }
        });
    }
    for (auto& worker : workers) worker.join();
    std::sort(done.begin(), done.end());
    return done;
}

bool each_once(const std::vector<std::int64_t>& done, std::uint64_t all) {
    return done.size() == all && std::adjacent_find(done.begin(), done.end()) == done.end();
}

void add_notices(const std::string& database, int count) {
    Cluster::get().run(database,
                       "INSERT INTO notice (operation_id, person_id, address, kind, items, state, "
                       "state_at, part) SELECT 1, 1, '', 'grant.add', '', 'waiting', "
                       "'2026-11-23T12:00:00Z', 1000 + n FROM generate_series(1, " +
                           std::to_string(count) + ") AS n");
}

/// A store on a server with the sample and many more notices that wait.
std::string sample_on_server(int more) {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    dcadmin::testing::fill_sample(store);
    add_notices(database, more);
    return database;
}

}  // namespace

TEST_CASE("eight workers that claim at once do every notice once") {
    const dcadmin::testing::Folder folder;
    const std::string url = folder.url("work.db");
    {
        Store store = Store::init(url, clock_at);
        dcadmin::testing::fill_sample(store);
    }
    const auto all = Store::status(url).notices_waiting;
    CHECK(each_once(claimed_by_eight(url, 1), all));
}

TEST_CASE("eight workers that claim at once on a server do every notice once") {
    for (const std::uint32_t at_once : {1U, 7U}) {
        CAPTURE(at_once);
        const auto url = Cluster::get().url(sample_on_server(200));
        const auto all = Store::status(url).notices_waiting;
        REQUIRE(all > 200);
        CHECK(each_once(claimed_by_eight(url, at_once), all));
    }
}

TEST_CASE("a claim does not wait for a row that another transaction holds, and leaves it out") {
    Cluster& cluster = Cluster::get();
    const auto url = cluster.url(sample_on_server(5));
    Store holder = Store::open(url, StoreAccess::write);
    Store store = Store::open(url, StoreAccess::write);
    store.db().set_patience(30);
    holder.db().begin_bulk();
    holder.db().script("SELECT 1 FROM notice WHERE id = (SELECT min(id) FROM notice) FOR UPDATE");
    const Env env = env_of(store);
    const auto claimed = Notices(env).claim(1000);
    CHECK(claimed.ids.size() > 5);
    CHECK(Store::status(url).notices_waiting == 1);
    holder.db().rollback();
    const auto left = Notices(env).claim(1000);
    REQUIRE(left.ids.size() == 1);
    CHECK(left.ids.front().value() < claimed.ids.front().value());
}

TEST_CASE("a claim takes no more than it was asked for when the server expects but one row") {
    Cluster& cluster = Cluster::get();
    const auto database = sample_on_server(0);
    const auto url = cluster.url(database);
    cluster.run(database, "UPDATE notice SET state = 'sent'; DELETE FROM notice WHERE id > 1");
    cluster.run(database, "VACUUM ANALYZE notice");
    add_notices(database, 30);
    Store store = Store::open(url, StoreAccess::write);
    const Env env = env_of(store);
    for (const std::uint32_t limit : {1U, 2U}) {
        CHECK(Notices(env).claim(limit).ids.size() == limit);
    }
    CHECK(Store::status(url).notices_waiting == 27);
}
