// SPDX-License-Identifier: Apache-2.0
// Copying a store while others use it.
#include "audit/recorder.h"
#include "scratch.h"
#include "store/tx.h"

#include <dcadmin/audit.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

using namespace dcadmin;
using dcadmin::testing::Folder;
using dcadmin::testing::kind_of;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

Env env_of(Store& store) {
    return {.store = store, .clock = clock_at, .actor = {"tester", {}}, .command = "test"};
}

// An entry that tells of nobody: enough to have a chain that grows.
void add_entry(const Env& env, std::string_view what) {
    store::write(env, [&](store::Tx& tx) {
        tx.allow();
        audit::record(tx, {.subject = "person",
                           .verb = "reveal",
                           .subject_id = 0,
                           .before = {},
                           .after = {},
                           .reason = what});
    });
}

}  // namespace

TEST_CASE("a backup is the store, in a new file that its owner alone may read") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    for (int i = 0; i < 20; ++i) add_entry(env_of(store), "list");
    const auto file = folder.path("copy.db");
    store.backup(file);
    struct stat found {};
    REQUIRE(::lstat(file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600);
    CHECK_FALSE(std::filesystem::exists(file.string() + ".part"));
    const StoreStatus status = Store::status(folder.url("copy.db"));
    CHECK(status.store_id == Store::status(folder.url("a.db")).store_id);
    CHECK(status.audit_entries == 20);
    Store copy = Store::open(folder.url("copy.db"), StoreAccess::write);
    CHECK(copy.check(clock_at).empty());
    CHECK(Audit(env_of(copy)).verify().problem_count == 0);
    add_entry(env_of(copy), "the copy is a store of its own");
}

TEST_CASE("a backup is one file until somebody writes into it, as far as it is read") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    std::filesystem::create_directory(folder.path("kept"));
    store.backup(folder.path("kept/copy.db"));
    CHECK(Store::status(folder.url("kept/copy.db")).audit_entries == 0);
    CHECK(Store::open(folder.url("kept/copy.db"), StoreAccess::read).check(clock_at).empty());
    CHECK(Store::status(folder.url("kept/copy.db")).audit_entries == 0);
    const std::filesystem::directory_iterator files(folder.path("kept"));
    CHECK(std::distance(begin(files), end(files)) == 1);
    Store copy = Store::open(folder.url("kept/copy.db"), StoreAccess::write);
    CHECK(std::filesystem::exists(folder.path("kept/copy.db-wal")));
}

TEST_CASE("a backup never replaces a file") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    std::ofstream(folder.path("there")) << "a letter";
    CHECK(kind_of([&] { store.backup(folder.path("there")); }) == Kind::conflict);
    CHECK(std::filesystem::file_size(folder.path("there")) == 8);
    CHECK(kind_of([&] { store.backup(folder.path("a.db")); }) == Kind::conflict);
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("link"));
    CHECK(kind_of([&] { store.backup(folder.path("link")); }) == Kind::conflict);
    CHECK(kind_of([&] { store.backup(folder.path("none/copy")); }) == Kind::failed);
}

TEST_CASE("a '.part' that an earlier backup left is not overwritten") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    std::ofstream(folder.path("copy.db.part")) << "half";
    CHECK(kind_of([&] { store.backup(folder.path("copy.db")); }) == Kind::failed);
    CHECK_FALSE(std::filesystem::exists(folder.path("copy.db")));
}

TEST_CASE("a store that is being written is backed up whole") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    const std::string padding(3'000, 'x');
    for (int i = 0; i < 400; ++i) add_entry(env_of(store), padding);
    std::atomic<bool> done = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        Store other = Store::open(folder.url("a.db"), StoreAccess::write);
        while (!done) {
            add_entry(env_of(other), padding);
            ++written;
        }
    });
    while (written < 3) std::this_thread::yield();
    for (const char* name : {"one.db", "two.db", "three.db"}) {
        store.backup(folder.path(name));
        Store copy = Store::open(folder.url(name), StoreAccess::write);
        CHECK(copy.check(clock_at).empty());
        const AuditReport report = Audit(env_of(copy)).verify();
        CHECK(report.problem_count == 0);
        CHECK(report.entries >= 400);
    }
    done = true;
    writer.join();
}
