// SPDX-License-Identifier: Apache-2.0
// What a store's file is and which files are refused.
#include "scratch.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

using namespace dcadmin;
using dcadmin::testing::Folder;
using dcadmin::testing::kind_of;
using dcadmin::testing::Raw;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

unsigned mode_of(const std::filesystem::path& file) {
    struct stat found {};
    REQUIRE(::lstat(file.c_str(), &found) == 0);
    return found.st_mode & 0777U;
}

void make_store(const Folder& folder, const std::string& name = "a.db") {
    const Store store = Store::init(folder.url(name), clock_at);
}

std::optional<Kind> opening(const std::string& url) {
    const auto reading = kind_of([&] { Store::open(url, StoreAccess::read); });
    const auto writing = kind_of([&] { Store::open(url, StoreAccess::write); });
    CHECK(reading == writing);
    return writing;
}

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("a new store and its side files may be read by their owner alone") {
    const Folder folder;
    const mode_t usual = ::umask(0);
    {
        Store store = Store::init(folder.url("a.db"), clock_at);
        CHECK(mode_of(folder.path("a.db")) == 0600);
        CHECK(mode_of(folder.path("a.db-wal")) == 0600);
        CHECK(store.url() == folder.url("a.db"));
    }
    ::umask(usual);
    CHECK(mode_of(folder.path("a.db")) == 0600);
}

TEST_CASE("a new store opens again and says what it is") {
    const Folder folder;
    make_store(folder);
    CHECK_FALSE(opening(folder.url("a.db")));
    const StoreStatus status = Store::status(folder.url("a.db"));
    CHECK(status.schema == status.supported);
    CHECK(status.store_id.size() == 32);
    CHECK(status.created_at == "2026-11-23T12:31:39Z");
    CHECK(status.bytes > 0);
    CHECK(status.organisations + status.persons + status.relations + status.grants == 0);
    CHECK(status.audit_entries + status.notices_waiting == 0);
}

TEST_CASE("two stores have two ids") {
    const Folder folder;
    make_store(folder, "a.db");
    make_store(folder, "b.db");
    CHECK(Store::status(folder.url("a.db")).store_id != Store::status(folder.url("b.db")).store_id);
}

TEST_CASE("a store is not made over something that is there") {
    const Folder folder;
    make_store(folder);
    CHECK(kind_of([&] { Store::init(folder.url("a.db"), clock_at); }) == Kind::conflict);
    write_file(folder.path("text"), "a letter");
    CHECK(kind_of([&] { Store::init(folder.url("text"), clock_at); }) == Kind::conflict);
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("link"));
    CHECK(kind_of([&] { Store::init(folder.url("link"), clock_at); }) == Kind::conflict);
    CHECK_FALSE(std::filesystem::exists(folder.path("nowhere")));
    CHECK_FALSE(opening(folder.url("a.db")));
}

TEST_CASE("a store is not made in a folder that is not there") {
    const Folder folder;
    CHECK(kind_of([&] { Store::init(folder.url("none/a.db"), clock_at); }) == Kind::failed);
}

TEST_CASE("an address that is none is refused") {
    for (const char* url : {"", "a.db", "sqlite:", "mysql://host/db", "file:a.db"}) {
        CAPTURE(url);
        CHECK(opening(url) == Kind::usage);
        CHECK(kind_of([&] { Store::init(url, clock_at); }) == Kind::usage);
    }
}

TEST_CASE("an absent store is not found, and nothing is made in its place") {
    const Folder folder;
    CHECK(opening(folder.url("a.db")) == Kind::not_found);
    CHECK(kind_of([&] { Store::status(folder.url("a.db")); }) == Kind::not_found);
    CHECK(kind_of([&] { Store::migrate(folder.url("a.db"), clock_at); }) == Kind::not_found);
    CHECK_FALSE(std::filesystem::exists(folder.path("a.db")));
}

TEST_CASE("a link and a folder are refused") {
    const Folder folder;
    make_store(folder);
    std::filesystem::create_symlink(folder.path("a.db"), folder.path("link.db"));
    CHECK(opening(folder.url("link.db")) == Kind::not_allowed);
    std::filesystem::create_directory(folder.path("folder"));
    CHECK(opening(folder.url("folder")) == Kind::not_allowed);
}

TEST_CASE("another program's database is refused") {
    const Folder folder;
    Raw(folder.path("other.db")).must("CREATE TABLE organisation (id INTEGER PRIMARY KEY)");
    CHECK(opening(folder.url("other.db")) == Kind::integrity);
    Raw(folder.path("marked.db")).must("PRAGMA application_id=42; CREATE TABLE t (a)");
    CHECK(opening(folder.url("marked.db")) == Kind::integrity);
    CHECK(kind_of([&] { Store::migrate(folder.url("other.db"), clock_at); }) == Kind::integrity);
    CHECK(kind_of([&] { Store::status(folder.url("other.db")); }) == Kind::integrity);
}

TEST_CASE("a text file and an empty file are refused") {
    const Folder folder;
    write_file(folder.path("letter"), std::string(20'000, 'x'));
    CHECK(opening(folder.url("letter")) == Kind::integrity);
    write_file(folder.path("empty"), "");
    CHECK(opening(folder.url("empty")) == Kind::integrity);
}

TEST_CASE("a file that was cut is refused, or its check complains") {
    const Folder folder;
    make_store(folder);
    const auto whole = std::filesystem::file_size(folder.path("a.db"));
    for (const std::uintmax_t size :
         {whole / 2, whole / 3, std::uintmax_t{8192}, std::uintmax_t{100}}) {
        CAPTURE(size);
        const auto cut = folder.path("cut.db");
        std::filesystem::copy_file(folder.path("a.db"), cut,
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(cut, size);
        std::optional<Kind> refused;
        std::vector<CheckProblem> found;
        refused = kind_of([&] {
            Store store = Store::open(folder.url("cut.db"), StoreAccess::write);
            found = store.check(clock_at);
        });
        CHECK((refused == Kind::integrity || !found.empty()));
        for (const char* tail : {"-wal", "-shm"}) std::filesystem::remove(cut.string() + tail);
    }
}

TEST_CASE("a newer schema is refused by everything but status") {
    const Folder folder;
    make_store(folder);
    Raw(folder.path("a.db"))
        .must("INSERT INTO schema_migration VALUES (9999, 'of the future', 'x', 'y')");
    CHECK(opening(folder.url("a.db")) == Kind::integrity);
    CHECK(kind_of([&] { Store::migrate(folder.url("a.db"), clock_at); }) == Kind::integrity);
    const StoreStatus status = Store::status(folder.url("a.db"));
    CHECK(status.schema == 9999);
    CHECK(status.supported < 9999);
}

TEST_CASE("a changed migration is refused") {
    const Folder folder;
    make_store(folder);
    Raw(folder.path("a.db")).must("UPDATE schema_migration SET sha256 = 'another'");
    CHECK(opening(folder.url("a.db")) == Kind::integrity);
    CHECK(kind_of([&] { Store::migrate(folder.url("a.db"), clock_at); }) == Kind::integrity);
}

TEST_CASE("an older schema is refused until it is migrated") {
    const Folder folder;
    make_store(folder);
    {
        // Back to before the last migration: a store that has none yet.
        Raw raw(folder.path("a.db"));
        raw.must("PRAGMA foreign_keys = OFF");
        const auto tables = raw.column(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        for (const std::string& name : tables) raw.must("DROP TABLE " + name);
    }
    CHECK(opening(folder.url("a.db")) == Kind::integrity);
    CHECK(Store::status(folder.url("a.db")).schema == 0);
    CHECK_FALSE(Store::migrate(folder.url("a.db"), clock_at).empty());
    CHECK_FALSE(opening(folder.url("a.db")));
    CHECK(Store::migrate(folder.url("a.db"), clock_at).empty());
}

TEST_CASE("a store in memory works and leaves no file") {
    Store store = Store::in_memory(clock_at);
    CHECK(store.check(clock_at).empty());
}
