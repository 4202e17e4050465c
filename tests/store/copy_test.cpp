// SPDX-License-Identifier: Apache-2.0
// A whole store moves from a file to a server and back: every row as it was, all or nothing, and
// work goes on behind it.
#include "store/copy.h"
#include "sample.h"
#include "scratch.h"
#include "store/db.h"
#include "store/tables.h"
#include "support/postgres.h"

#include <dcadmin/audit.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace dcadmin;
using dcadmin::test::Cluster;
using dcadmin::testing::fill_sample;
using dcadmin::testing::Folder;
using dcadmin::testing::kind_of;
using dcadmin::testing::Raw;

namespace {

const FixedClock clock_at{Timestamp::parse("2026-11-23T13:00:00Z")};

Env env_of(Store& store) {
    return {.store = store, .clock = clock_at, .actor = {"tester", {}}, .command = "test"};
}

std::string names_of(std::string_view columns) {
    std::string names;
    for (const char c : columns) {
        if (c == ' ') names += ", ";
        if (c != ' ' && c != '#') names += c;
    }
    return names;
}

/// All rows of all tables, in order: "person|1|…"; an absent value is told from a text.
std::vector<std::string> contents(const std::string& url) {
    const Store store = Store::open(url, StoreAccess::read);
    std::vector<std::string> lines;
    for (const store::Table& table : store::tables()) {
        const auto names = names_of(table.columns);
        const auto rows =
            store.db().prepare("SELECT " + names + " FROM " + std::string(table.name) +
                               " ORDER BY " + std::string(table.order));
        const auto columns = std::count(names.begin(), names.end(), ',') + 1;
        rows->bind({});
        while (rows->step()) {
            std::string line(table.name);
            for (int i = 0; i < columns; ++i) {
                line += rows->is_null(i) ? "|-" : "|'" + rows->string(i) + "'";
            }
            lines.push_back(line);
        }
    }
    return lines;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

NewPerson accented() {
    return {.number = NationalNumber::from_stored(85'073'003'328),
            .first_name = "Zoë Anaïs",
            .last_name = "D'Hondt-Çelik Øster \\N \\. \xF0\x9F\x8C\xB7",
            .email = EmailAddress::parse("zoe@example.be"),
            .phone = {},
            .language = {}};
}

/// The sample, and names that a way of carrying texts could stumble over.
std::string sample(const Folder& folder) {
    const auto url = folder.url("source.db");
    Store store = Store::init(url, clock_at);
    fill_sample(store);
    Persons(env_of(store)).add(accented());
    return url;
}

std::int64_t highest_id(const Store& store, const std::string& table) {
    auto found = store.db().prepare("SELECT max(id) FROM " + table);
    REQUIRE(found->first({}));
    return found->integer(0);
}

NewRelation relation_of(const PersonRef& person) {
    return {.person = person,
            .org = EnterpriseNumber::from_stored(777'999'980),
            .audience = Audience::ea,
            .category = Category::external,
            .email = EmailAddress::parse("zoe@example.be"),
            .phone = PhoneNumber::parse("0470123456"),
            .from = {},
            .until = Date::parse("2027-06-30"),
            .reason = "komt erbij"};
}

NewGrant grant_of(const PersonRef& person) {
    return {.person = person,
            .org = EnterpriseNumber::from_stored(777'999'980),
            .right = RightCode::parse("dah-gebruiker"),
            .contexts = {},
            .from = {},
            .until = Date::parse("2027-06-30"),
            .reason = "nodig"};
}

/// Every kind of id goes on where the copied ones end, in single operations and in runs.
void work_goes_on(const std::string& url) {
    Store store = Store::open(url, StoreAccess::write);
    const Env env = env_of(store);
    const std::vector<std::string> tables{"operation",   "person",      "working_relation",
                                          "right_grant", "audit_entry", "notice"};
    std::vector<std::int64_t> before;
    for (const auto& table : tables) before.push_back(highest_id(store, table));
    const auto person = Persons(env).add({.number = NationalNumber::from_stored(93'051'822'361),
                                          .first_name = "Lucas",
                                          .last_name = "Maes",
                                          .email = {},
                                          .phone = {},
                                          .language = {}});
    const PersonRef zoe = accented().number;
    CHECK_FALSE(person.changed);  // the demo has him
    Persons(env).add_relation(relation_of(zoe));
    const auto granted = Rights(env).grant(grant_of(zoe));
    CHECK(granted.item.front().id.value() == before[3] + 1);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        CAPTURE(tables[i]);
        if (tables[i] != "person") CHECK(highest_id(store, tables[i]) > before[i]);
    }
    NewPerson another = accented();
    another.number = NationalNumber::from_stored(80'010'100'108);
    CHECK(Persons(env).add(another).item.id.value() == before[1] + 1);
    CHECK(Audit(env).verify().problem_count == 0);
    CHECK(store.check(clock_at).empty());
}

}  // namespace

TEST_CASE("a whole store goes from a file to a server and back with every row as it was") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto server = cluster.url(cluster.new_database());
    const auto third = folder.url("third.db");
    const auto rows = contents(first);
    CHECK(Store::copy({first}, {server}, clock_at) == rows.size());
    CHECK(contents(server) == rows);
    CHECK(Store::copy({server}, {third}, clock_at) == rows.size());
    CHECK(contents(third) == rows);
    CHECK(contents(first) == rows);
    for (const auto& url : {first, server, third}) {
        CAPTURE(url);
        Store store = Store::open(url, StoreAccess::write);
        CHECK(Audit(env_of(store)).verify().problem_count == 0);
        CHECK(store.check(clock_at).empty());
        CHECK(Store::status(url).store_id == Store::status(first).store_id);
    }
}

TEST_CASE("the sample that is copied has a row in every table") {
    const Folder folder;
    const auto rows = contents(sample(folder));
    for (const store::Table& table : store::tables()) {
        CAPTURE(table.name);
        const std::string begin = std::string(table.name) + "|";
        CHECK(std::any_of(rows.begin(), rows.end(),
                          [&](const std::string& row) { return row.starts_with(begin); }));
    }
}

TEST_CASE("work goes on in a copy, with ids behind the copied ones") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto server = cluster.url(cluster.new_database());
    const auto third = folder.url("third.db");
    Store::copy({first}, {server}, clock_at);
    Store::copy({server}, {third}, clock_at);
    work_goes_on(server);
    work_goes_on(third);
}

TEST_CASE("a store that was made and never used is taken as a target, and gets the source's id") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto server = cluster.url(cluster.new_store(clock_at));
    const auto file = folder.url("made.db");
    { const Store made = Store::init(file, clock_at); }
    for (const auto& target : {server, file}) {
        CAPTURE(target);
        CHECK(Store::status(target).store_id != Store::status(first).store_id);
        Store::copy({first}, {target}, clock_at);
        CHECK(contents(target) == contents(first));
    }
}

TEST_CASE("a target that holds anything is refused and stays as it was") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto server = cluster.url(cluster.new_store(clock_at));
    const auto file = folder.url("used.db");
    { const Store made = Store::init(file, clock_at); }
    for (const auto& target : {server, file}) {
        CAPTURE(target);
        {
            Store used = Store::open(target, StoreAccess::write);
            Persons(env_of(used)).add(accented());
        }
        const auto before = contents(target);
        CHECK(kind_of([&] { Store::copy({first}, {target}, clock_at); }) == Kind::conflict);
        CHECK(contents(target) == before);
    }
    CHECK(kind_of([&] { Store::copy({first}, {first}, clock_at); }) == Kind::conflict);
}

TEST_CASE("a target that somebody began to use after it was looked at is left as it is") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const Store source = Store::open(sample(folder), StoreAccess::read);
    const auto server = cluster.url(cluster.new_store(clock_at));
    const auto file = folder.url("used.db");
    { const Store made = Store::init(file, clock_at); }
    for (const auto& target : {server, file}) {
        CAPTURE(target);
        Store used = Store::open(target, StoreAccess::write);
        Persons(env_of(used)).add(accented());
        const auto before = contents(target);
        CHECK(kind_of([&] { store::copy_rows(source.db(), used.db()); }) == Kind::conflict);
        CHECK(contents(target) == before);
    }
}

TEST_CASE("a target that is something else is refused and stays as it was") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto database = cluster.new_database();
    cluster.run(database, "CREATE TABLE letters (id bigint); INSERT INTO letters VALUES (7)");
    CHECK(kind_of([&] { Store::copy({first}, {cluster.url(database)}, clock_at); }));
    CHECK(cluster.run(database,
                      "SELECT relname FROM pg_class WHERE relnamespace = "
                      "'public'::regnamespace") == std::vector<std::string>{"letters"});
    std::ofstream(folder.path("letter.txt")) << "Geachte mevrouw,\n";
    CHECK(kind_of([&] { Store::copy({first}, {folder.url("letter.txt")}, clock_at); }));
    CHECK(bytes_of(folder.path("letter.txt")) == "Geachte mevrouw,\n");
}

TEST_CASE("a source that cannot be opened leaves no target") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto target = folder.path("target.db");
    const auto url = folder.url("target.db");
    CHECK(kind_of([&] { Store::copy({folder.url("absent.db")}, {url}, clock_at); }) ==
          Kind::not_found);
    std::ofstream(folder.path("letter.txt")) << "Geachte mevrouw,\n";
    CHECK(kind_of([&] { Store::copy({folder.url("letter.txt")}, {url}, clock_at); }));
    CHECK(kind_of([&] { Store::copy({cluster.url("never_made")}, {url}, clock_at); }) ==
          Kind::not_found);
    CHECK_FALSE(std::filesystem::exists(target));
    const auto database = cluster.new_database();
    CHECK(kind_of([&] {
              Store::copy({folder.url("absent.db")}, {cluster.url(database)}, clock_at);
          }) == Kind::not_found);
    CHECK(cluster.run(database,
                      "SELECT count(*) FROM pg_class WHERE relnamespace = "
                      "'public'::regnamespace") == std::vector<std::string>{"0"});
}

TEST_CASE("a copy that fails amid its rows leaves nothing, and the target takes the next one") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    // The last table is refused, when all the others have been copied.
    Raw(folder.path("source.db")).must("UPDATE notice SET state = 'lost' WHERE id = 1");
    const auto server = cluster.url(cluster.new_database());
    CHECK(kind_of([&] { Store::copy({first}, {server}, clock_at); }));
    CHECK(kind_of([&] { Store::copy({first}, {folder.url("third.db")}, clock_at); }));
    CHECK_FALSE(std::filesystem::exists(folder.path("third.db")));
    CHECK_FALSE(std::filesystem::exists(folder.path("third.db-wal")));
    Raw(folder.path("source.db")).must("UPDATE notice SET state = 'waiting' WHERE id = 1");
    Store::copy({first}, {server}, clock_at);
    CHECK(contents(server) == contents(first));
}

TEST_CASE("a source that others write to is copied as it was when the copy began") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto first = sample(folder);
    const auto before = contents(first);
    const auto server = cluster.url(cluster.new_database());
    const auto third = folder.url("third.db");
    Store writer = Store::open(first, StoreAccess::write);
    writer.db().begin_write();
    writer.db().script("DELETE FROM notice");
    Store::copy({first}, {server}, clock_at);
    writer.db().rollback();
    CHECK(contents(server) == before);
    Store other = Store::open(server, StoreAccess::write);
    other.db().begin_write();
    other.db().script("DELETE FROM notice");
    Store::copy({server}, {third}, clock_at);
    other.db().rollback();
    CHECK(contents(third) == before);
}
