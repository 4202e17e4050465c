// SPDX-License-Identifier: Apache-2.0
// A store on a server: what is refused when it is opened, what its transactions promise, and what a
// restricted role cannot do.
#include "support/postgres.h"
#include "audit/recorder.h"
#include "scratch.h"
#include "store/appender.h"
#include "store/tx.h"
#include "support/cutter.h"

#include <dcadmin/audit.h>
#include <dcadmin/organisations.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

using namespace dcadmin;
using dcadmin::test::Cluster;
using dcadmin::test::Cutter;
using dcadmin::testing::Folder;
using dcadmin::testing::kind_of;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

Env env_of(Store& store) {
    return {.store = store, .clock = clock_at, .actor = {"tester", {}}, .command = "test"};
}

void add_logged(const Env& env, std::int64_t number) {
    store::write(env, [&](store::Tx& tx) {
        const auto id = tx.db()
                            .statement(R"(
            INSERT INTO organisation (number, name, folded, language) VALUES ($1, 'a', 'a', 'nl')
            RETURNING id)")
                            .insert({number});
        tx.allow();
        audit::record(tx, {.subject = "organisation",
                           .verb = "add",
                           .subject_id = id,
                           .before = {},
                           .after = "number=1\n",
                           .reason = {}});
    });
}

/// What opening ends with: "kind: message".
std::string opening(const StoreAddress& address) {
    try {
        const Store store = Store::open(address, StoreAccess::write);
    } catch (const Error& error) {
        return std::string(name_of(error.kind())) + ": " + error.message();
    }
    return "opened";
}

std::string opening(const std::string& database) {
    return opening(StoreAddress{Cluster::get().url(database)});
}

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

// Adds organisations from several connections at once, each in its own transaction.
void write_at_once(const std::string& database, int writers, std::int64_t each) {
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(writers));
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            try {
                Store store = Store::open(Cluster::get().url(database), StoreAccess::write);
                const Env env = env_of(store);
                for (std::int64_t i = 0; i < each; ++i) add_logged(env, 1'000 * (writer + 1) + i);
            } catch (const std::exception&) {
                ++failed;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(failed == 0);
    Store store = Store::open(Cluster::get().url(database), StoreAccess::write);
    const StoreStatus status = Store::status(Cluster::get().url(database));
    CHECK(status.organisations == static_cast<std::uint64_t>(writers * each));
    CHECK(status.audit_entries == static_cast<std::uint64_t>(writers * each));
    CHECK(store.check(clock_at).empty());
    CHECK(
        Cluster::get().run(database, "SELECT max(position) FROM audit_entry WHERE chain_id = 1") ==
        std::vector<std::string>{std::to_string(writers * each)});
}

}  // namespace

TEST_CASE("a database of another encoding or another order of texts is refused") {
    Cluster& cluster = Cluster::get();
    const auto latin = cluster.new_database("TEMPLATE template0 ENCODING latin1 LOCALE 'C'");
    CHECK(has(opening(latin), "integrity: the database '" + latin + "' has the encoding LATIN1"));
    const auto icu = cluster.new_database(
        "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'nl-BE' LOCALE 'C.UTF-8'");
    CHECK(has(opening(icu), "sorts by rules of ICU"));
    CHECK(kind_of([&] { Store::init(cluster.url(icu), clock_at); }) == Kind::integrity);
    CHECK(kind_of([&] { Store::status(cluster.url(latin)); }) == Kind::integrity);
}

TEST_CASE("a database that holds no store is told from one that holds something else") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_database();
    CHECK(has(opening(database), "not_found: there is no store in the database"));
    CHECK(has(opening("never_made"), "not_found: there is no such database"));
    cluster.run(database, "CREATE TABLE letters (id bigint)");
    CHECK(has(opening(database), "integrity: '" + database + "' is a database, but not a store"));
    CHECK(kind_of([&] { Store::init(cluster.url(database), clock_at); }) == Kind::conflict);
    CHECK(kind_of([&] { Store::migrate(cluster.url(database), clock_at); }) == Kind::integrity);
}

TEST_CASE("a store is not made over one that is there, but one that was begun is finished") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    CHECK(kind_of([&] { Store::init(cluster.url(database), clock_at); }) == Kind::conflict);
    cluster.run(database, "DELETE FROM store_property");
    { const Store made = Store::init(cluster.url(database), clock_at); }
    CHECK(Store::status(cluster.url(database)).store_id.size() == 32);
}

TEST_CASE("an older, a newer and a changed schema on a server are refused") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    const auto url = cluster.url(database);
    cluster.run(database, "UPDATE schema_migration SET sha256 = 'another'");
    CHECK(has(opening(database), "integrity: migration"));
    cluster.run(database, "INSERT INTO schema_migration VALUES (9999, 'of the future', 'x', 'y')");
    CHECK(has(opening(database), "newer than this program's"));
    CHECK(kind_of([&] { Store::migrate(url, clock_at); }) == Kind::integrity);
    CHECK(Store::status(url).schema == 9999);
    cluster.run(database, "DELETE FROM schema_migration");
    CHECK(has(opening(database), "integrity: the store has schema 0"));
    CHECK(Store::status(url).schema == 0);
}

TEST_CASE("several that migrate at once do it once") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_database();
    std::atomic<int> made = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            if (!kind_of([&] { Store::init(cluster.url(database), clock_at); })) ++made;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(made >= 1);
    CHECK(cluster.run(database, "SELECT count(*) FROM store_property WHERE name = 'store_id'") ==
          std::vector<std::string>{"1"});
    CHECK(opening(database) == "opened");
    CHECK(Store::migrate(cluster.url(database), clock_at).empty());
}

TEST_CASE("a server that does not answer is busy, an address that is none is wrong usage") {
    CHECK(has(opening(StoreAddress{"postgresql://127.0.0.1:1/x"}), "busy: the database cannot be"));
    CHECK(has(opening(StoreAddress{"postgresql://x?nonsense=1"}), "usage: the store address"));
}

TEST_CASE("an address with a password in it is refused by the library too") {
    for (const std::string tail :
         {"?password=geheim", "?passw%6Frd=geheim", "?sslpassword=geheim"}) {
        const auto said = opening(StoreAddress{"postgresql://h/d" + tail});
        CHECK(has(said, "usage: a store address must not contain a password"));
        CHECK_FALSE(has(said, "geheim"));
    }
}

TEST_CASE("every session is durable, bounded in time and named") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    cluster.run(database, "ALTER DATABASE " + database + " SET synchronous_commit = off");
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    const auto setting = [&](const std::string& name) {
        auto shown = store.db().prepare("SELECT current_setting($1)");
        return shown->first({name}) ? shown->string(0) : "";
    };
    CHECK(setting("synchronous_commit") == "on");
    CHECK(setting("application_name") == "dcadmin");
    CHECK(setting("statement_timeout") == "10min");
    CHECK(setting("lock_timeout") == "10s");
    CHECK(setting("idle_in_transaction_session_timeout") == "1h");
    store.db().begin_write();
    CHECK(setting("transaction_isolation") == "serializable");
    store.db().rollback();
    store.db().begin_bulk();
    CHECK(setting("transaction_isolation") == "read committed");
    store.db().rollback();
}

TEST_CASE("a store on a server that is opened for reading refuses to be written") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::read);
    CHECK(kind_of([&] { add_logged(env_of(store), 1); }) == Kind::not_allowed);
    const auto reader = store.db().reader();
    REQUIRE(reader);
    CHECK(kind_of([&] { reader->script("DELETE FROM person"); }) == Kind::not_allowed);
}

TEST_CASE("two writers at once are told apart, and one of them tries again") {
    write_at_once(Cluster::get().new_store(clock_at), 2, 20);
}

TEST_CASE("eight writers at once lose nothing and keep one chain") {
    write_at_once(Cluster::get().new_store(clock_at), 8, 6);
}

TEST_CASE("a transaction that another overtook is run again, and only that often") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    int runs = 0;
    const Env env = env_of(store);
    const auto overtaken = [&](int times) {
        return kind_of([&] {
            store::write(env, [&](store::Tx& tx) {
                static_cast<void>(tx.operation());
                if (++runs <= times) throw Error(Kind::busy, "40001");
                throw Error(Kind::rule, "enough");
            });
        });
    };
    CHECK(overtaken(2) == Kind::rule);
    CHECK(runs == 3);
    store.db().set_patience(10);
    runs = 0;
    CHECK(overtaken(1000) == Kind::busy);
    CHECK(runs >= 3);
    CHECK(runs <= 60);
}

TEST_CASE("a key that another wrote meanwhile is looked at again before it is a conflict") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store one = Store::open(cluster.url(database), StoreAccess::write);
    Store other = Store::open(cluster.url(database), StoreAccess::write);
    int runs = 0;
    const Env env = env_of(one);
    const auto number = EnterpriseNumber::parse("0566.988.259");
    store::write(env, [&](store::Tx& tx) {
        if (++runs > 1) return;  // the second attempt sees what the other wrote
        auto& seen = tx.db().statement("SELECT count(*) FROM person");
        REQUIRE(seen.first({}));
        seen.reset();
        Organisations(env_of(other)).add({number, "Mijn Bedrijf", {}, {}});
        tx.db()
            .statement(
                "INSERT INTO organisation (number, name, folded, language) "
                "VALUES ($1, 'a', 'a', 'nl')")
            .run({static_cast<std::int64_t>(number.value())});
    });
    CHECK(runs == 2);
    add_logged(env, 7);
    CHECK(kind_of([&] { add_logged(env, 7); }) == Kind::conflict);
}

TEST_CASE("a row that another holds is waited for only so long") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store holder = Store::open(cluster.url(database), StoreAccess::write);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    holder.db().begin_bulk();
    holder.db().script("SELECT 1 FROM audit_chain WHERE id = 1 FOR UPDATE");
    store.db().set_patience(30);
    CHECK(kind_of([&] { add_logged(env_of(store), 1); }) == Kind::busy);
    holder.db().rollback();
    add_logged(env_of(store), 1);
}

TEST_CASE("a connection that was lost amid a transaction leaves nothing, and it is run again") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    int runs = 0;
    const Env env = env_of(store);
    store::write(env, [&](store::Tx& tx) {
        static_cast<void>(tx.operation());
        if (++runs == 1) {
            cluster.run(database,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                        "application_name = 'dcadmin' AND datname = current_database()");
        }
        tx.allow();
        audit::record(tx, {.subject = "person",
                           .verb = "reveal",
                           .subject_id = 0,
                           .before = {},
                           .after = {},
                           .reason = "list"});
    });
    CHECK(runs == 2);
    CHECK(Store::status(cluster.url(database)).audit_entries == 1);
}

TEST_CASE("a connection that was lost between two transactions is made again") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    add_logged(env_of(store), 1);
    cluster.run(database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                "application_name = 'dcadmin' AND datname = current_database()");
    add_logged(env_of(store), 2);
    CHECK(Store::status(cluster.url(database)).organisations == 2);
}

TEST_CASE(
    "a connection that is lost during the commit leaves it unknown, and nothing is repeated") {
    Cluster& cluster = Cluster::get();
    for (const auto cut : {Cutter::Cut::before_commit, Cutter::Cut::after_commit}) {
        CAPTURE(cut == Cutter::Cut::before_commit);
        const auto database = cluster.new_store(clock_at);
        const Cutter cutter(cluster.socket(), cut);
        Store store = Store::open(cutter.url(database), StoreAccess::write);
        int runs = 0;
        const Env env = env_of(store);
        const auto kind = kind_of([&] {
            store::write(env, [&](store::Tx& tx) {
                ++runs;
                tx.allow();
                audit::record(tx, {.subject = "person",
                                   .verb = "reveal",
                                   .subject_id = 0,
                                   .before = {},
                                   .after = {},
                                   .reason = "list"});
            });
        });
        CHECK(kind == Kind::unknown);
        CHECK(runs == 1);
        const auto entries = Store::status(cluster.url(database)).audit_entries;
        CHECK(entries == (cut == Cutter::Cut::after_commit ? 1 : 0));
    }
}

TEST_CASE("the application's role works, and cannot change or delete what is in the log") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    cluster.run("postgres", "CREATE ROLE \"de balie\" LOGIN");
    Store::open(cluster.url(database), StoreAccess::write).allow_role("de balie");
    const auto url = cluster.url(database, "de%20balie");
    {
        Store store = Store::open(url, StoreAccess::write);
        for (std::int64_t i = 0; i < 3; ++i) add_logged(env_of(store), 1 + i);
        CHECK(store.check(clock_at).empty());
        CHECK(Audit(env_of(store)).verify().entries == 3);
        store.db().begin_write();
        CHECK(store.db().take_ids("right_grant", 5).next() == 1);
        store.db().rollback();
    }
    Store store = Store::open(url, StoreAccess::write);
    for (const std::string table : {"audit_entry", "operation", "schema_migration"}) {
        for (const std::string& sql :
             {"DELETE FROM " + table, "TRUNCATE " + table + " CASCADE", "DROP TABLE " + table,
              "UPDATE " + table + " SET " + (table == "schema_migration" ? "name" : "id") + " = " +
                  (table == "schema_migration" ? "name" : "id")}) {
            CAPTURE(sql);
            CHECK(kind_of([&] { store.db().script(sql); }) == Kind::not_allowed);
        }
    }
    CHECK(kind_of([&] { store.db().script("UPDATE store_property SET value = 'x'"); }) ==
          Kind::not_allowed);
    // Nor the rules that came with the program.
    for (const std::string sql :
         {"UPDATE audience SET name_nl = 'x'", "UPDATE category_rule SET max_term = '90y'",
          "UPDATE key_kind SET level = 500", "UPDATE holiday SET rule = 'x'",
          "UPDATE zone_rule SET valid_until = '2099-12-31'",
          "INSERT INTO audience VALUES ('X', 'x')"}) {
        CAPTURE(sql);
        CHECK(kind_of([&] { store.db().script(sql); }) == Kind::not_allowed);
    }
    CHECK(kind_of([&] { Store::migrate(url, clock_at); }));
    CHECK(Store::status(url).audit_entries == 3);
}

TEST_CASE("a file has no roles") {
    Store store = Store::in_memory(clock_at);
    CHECK(store.role_statements("desk").empty());
    CHECK(kind_of([&] { store.allow_role("desk"); }) == Kind::usage);
}

TEST_CASE("the check of a store on a server finds references to what is not there") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    Store store = Store::open(cluster.url(database), StoreAccess::write);
    add_logged(env_of(store), 1);
    CHECK(store.check(clock_at).empty());
    cluster.run(
        database,
        "SET session_replication_role = replica; INSERT INTO right_audience VALUES (7, 'EA')");
    const auto found = store.check(clock_at);
    REQUIRE(found.size() == 1);
    CHECK(found[0].detail ==
          "1 rows of right_audience refer to rows of right_definition that are not there");
}

TEST_CASE(
    "a backup of a store on a server is a file for pg_restore that its owner alone may read") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    const Folder folder;
    Store store = Store::open(cluster.url(database), StoreAccess::read);
    const auto file = folder.path("copy.dump");
    store.backup(file);
    struct stat found {};
    REQUIRE(::lstat(file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600);
    CHECK(found.st_size > 1000);
    CHECK_FALSE(std::filesystem::exists(file.string() + ".part"));
    CHECK(kind_of([&] { store.backup(file); }) == Kind::conflict);
}
