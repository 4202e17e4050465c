// SPDX-License-Identifier: Apache-2.0
// What a transaction promises: it is durable, whole, logged, and waits for others only so long.
#include "audit/recorder.h"
#include "scratch.h"
#include "store/tx.h"

#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>
#include <thread>

using namespace dcadmin;
using dcadmin::testing::Folder;
using dcadmin::testing::kind_of;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

Env env_of(Store& store) {
    return {.store = store, .clock = clock_at, .actor = {"tester", {}}, .command = "test"};
}

std::string asked(store::Db& db, std::string_view sql) {
    auto& found = db.statement(sql);
    std::string text = found.first({}) ? found.string(0) : std::string();
    found.reset();
    return text;
}

std::int64_t counted(store::Db& db, std::string_view sql) {
    auto& found = db.statement(sql);
    const auto rows = found.first({}) ? found.integer(0) : -1;
    found.reset();
    return rows;
}

std::int64_t insert_organisation(store::Db& db, std::int64_t number) {
    return db
        .statement(R"(
        INSERT INTO organisation (number, name, folded, language) VALUES ($1, 'a', 'a', 'nl')
        RETURNING id)")
        .insert({number});
}

void add_logged(const Env& env, std::int64_t number) {
    store::write(env, [&](store::Tx& tx) {
        const auto id = insert_organisation(tx.db(), number);
        tx.allow();
        audit::record(tx, {.subject = "organisation",
                           .verb = "add",
                           .subject_id = id,
                           .before = {},
                           .after = "number=1\n",
                           .reason = {}});
    });
}

}  // namespace

TEST_CASE("every connection is durable and keeps foreign keys") {
    const Folder folder;
    const auto check = [](Store& store) {
        store::Db& db = store.db();
        CHECK(asked(db, "PRAGMA synchronous") == "2");
        CHECK(asked(db, "PRAGMA foreign_keys") == "1");
        CHECK(asked(db, "PRAGMA journal_mode") == "wal");
        CHECK(asked(db, "PRAGMA trusted_schema") == "0");
        CHECK(asked(db, "PRAGMA cell_size_check") == "1");
    };
    {
        Store made = Store::init(folder.url("a.db"), clock_at);
        check(made);
    }
    Store writing = Store::open(folder.url("a.db"), StoreAccess::write);
    check(writing);
    Store reading = Store::open(folder.url("a.db"), StoreAccess::read);
    check(reading);
    const auto second = writing.db().reader();
    REQUIRE(second);
    CHECK(asked(*second, "PRAGMA query_only") == "1");
}

TEST_CASE("a store opened for reading refuses to be written") {
    const Folder folder;
    { const Store made = Store::init(folder.url("a.db"), clock_at); }
    Store store = Store::open(folder.url("a.db"), StoreAccess::read);
    CHECK(kind_of([&] { add_logged(env_of(store), 1); }) == Kind::not_allowed);
}

TEST_CASE("the library cannot attach another file") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    CHECK(kind_of(
        [&] { store.db().script("ATTACH DATABASE '" + folder.path("b.db").string() + "' AS b"); }));
}

TEST_CASE("a change without an audit entry refuses to commit") {
    Store store = Store::in_memory(clock_at);
    const Env env = env_of(store);
    CHECK_THROWS_AS(store::write(env, [](store::Tx& tx) { insert_organisation(tx.db(), 1); }),
                    std::logic_error);
    CHECK(counted(store.db(), "SELECT count(*) FROM organisation") == 0);
    store::write(env, [](store::Tx&) {});
    add_logged(env, 1);
    CHECK(counted(store.db(), "SELECT count(*) FROM organisation") == 1);
}

TEST_CASE("a transaction that throws leaves nothing") {
    Store store = Store::in_memory(clock_at);
    const Env env = env_of(store);
    const auto fail_with = [&](auto error) {
        store::write(env, [&](store::Tx& tx) {
            insert_organisation(tx.db(), 1);
            tx.allow();
            audit::record(tx, {.subject = "organisation",
                               .verb = "add",
                               .subject_id = 1,
                               .before = {},
                               .after = "x",
                               .reason = {}});
            throw error;
        });
    };
    CHECK(kind_of([&] { fail_with(Error(Kind::rule, "no")); }) == Kind::rule);
    CHECK_THROWS_AS(fail_with(std::runtime_error("no")), std::runtime_error);
    for (const char* sql :
         {"SELECT count(*) FROM organisation", "SELECT count(*) FROM operation",
          "SELECT count(*) FROM audit_entry", "SELECT length FROM audit_chain WHERE id = 1"}) {
        CAPTURE(sql);
        CHECK(counted(store.db(), sql) == 0);
    }
    add_logged(env, 1);
}

TEST_CASE("constraints are told apart from other failures") {
    Store store = Store::in_memory(clock_at);
    const Env env = env_of(store);
    add_logged(env, 1);
    CHECK(kind_of([&] { add_logged(env, 1); }) == Kind::conflict);
    CHECK(kind_of([&] {
              store.db()
                  .statement("INSERT INTO right_audience (right_id, audience) VALUES (7, 'EA')")
                  .run({});
          }) == Kind::conflict);
}

TEST_CASE("a store that another holds answers busy, and nothing is done") {
    const Folder folder;
    Store holder = Store::init(folder.url("a.db"), clock_at);
    Store store = Store::open(folder.url("a.db"), StoreAccess::write);
    store.db().set_patience(20);
    holder.db().begin_write();
    int runs = 0;
    const Env env = env_of(store);
    CHECK(kind_of([&] { store::write(env, [&](store::Tx&) { ++runs; }); }) == Kind::busy);
    CHECK(runs == 0);
    holder.db().rollback();
    add_logged(env, 1);
}

TEST_CASE("a writer that waits gets its turn") {
    const Folder folder;
    Store holder = Store::init(folder.url("a.db"), clock_at);
    Store store = Store::open(folder.url("a.db"), StoreAccess::write);
    holder.db().begin_write();
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        holder.db().rollback();
    });
    add_logged(env_of(store), 1);
    later.join();
    CHECK(counted(store.db(), "SELECT count(*) FROM organisation") == 1);
}

TEST_CASE("two writers in turns lose nothing and keep one chain") {
    const Folder folder;
    { const Store made = Store::init(folder.url("a.db"), clock_at); }
    constexpr std::int64_t each = 40;
    const auto work = [&](std::int64_t first) {
        Store store = Store::open(folder.url("a.db"), StoreAccess::write);
        const Env env = env_of(store);
        for (std::int64_t i = 0; i < each; ++i) add_logged(env, first + i);
    };
    std::thread one(work, 1'000);
    std::thread two(work, 2'000);
    one.join();
    two.join();
    Store store = Store::open(folder.url("a.db"), StoreAccess::read);
    store::Db& db = store.db();
    CHECK(counted(db, "SELECT count(*) FROM organisation") == 2 * each);
    CHECK(counted(db, "SELECT max(position) FROM audit_entry WHERE chain_id = 1") == 2 * each);
    CHECK(counted(db, "SELECT length FROM audit_chain WHERE id = 1") == 2 * each);
}

TEST_CASE("a reader sees what was committed when it began") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    const Env env = env_of(store);
    const auto reader = store.db().reader();
    reader->begin_read();
    CHECK(counted(*reader, "SELECT count(*) FROM organisation") == 0);
    add_logged(env, 1);
    CHECK(counted(*reader, "SELECT count(*) FROM organisation") == 0);
    reader->commit();
    CHECK(counted(*reader, "SELECT count(*) FROM organisation") == 1);
}

TEST_CASE("a claimed person must be in the store") {
    Store store = Store::in_memory(clock_at);
    Env env = env_of(store);
    env.actor.claimed = PersonId::from_stored(7);
    CHECK(kind_of([&] { add_logged(env, 1); }) == Kind::not_found);
    CHECK(counted(store.db(), "SELECT count(*) FROM organisation") == 0);
}

TEST_CASE("what a savepoint takes back is gone, the rest stays") {
    Store store = Store::in_memory(clock_at);
    const Env env = env_of(store);
    store::write(env, [&](store::Tx& tx) {
        insert_organisation(tx.db(), 1);
        const auto mark = tx.mark();
        tx.db().savepoint();
        insert_organisation(tx.db(), 2);
        static_cast<void>(tx.operation());
        tx.db().rollback_to_savepoint();
        tx.back_to(mark);
        CHECK_FALSE(tx.has_operation());
        tx.allow();
        audit::record(tx, {.subject = "organisation",
                           .verb = "add",
                           .subject_id = 1,
                           .before = {},
                           .after = "x",
                           .reason = {}});
    });
    CHECK(counted(store.db(), "SELECT count(*) FROM organisation") == 1);
    CHECK(counted(store.db(), "SELECT count(*) FROM operation") == 1);
}
