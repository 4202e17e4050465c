// SPDX-License-Identifier: Apache-2.0
// A code works once, however many use it at the same moment; and no number of guesses at the same
// moment is more than allowed. On a store of their own, for others come in on other connections.
#include "sign_in/credentials_sql.h"
#include "sign_in/sms_sql.h"
#include "sign_in_fixture.h"
#include "store/tx.h"

#include <doctest/doctest.h>

#include <atomic>
#include <barrier>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>

namespace dcadmin::test {

namespace {

constexpr int users = 64;

// A store that several connections share: the fixture's on a server, else a file.
struct Shared : SignInFixture {
    std::filesystem::path folder;
    std::string url = store.url();

    Shared() {
        if (Store::on_server(url)) return;
        std::string pattern = (std::filesystem::temp_directory_path() / "dcadmin-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder");
        folder = pattern;
        url = "sqlite:" + (folder / "shared.db").string();
        store = Store::init(url, clock);
        org = add_org(1);
        lucas = add_person(1);
    }
    ~Shared() {
        std::error_code ignored;
        if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
    }
    // How many of so many get it, each on its own connection, all of which are open before the
    // first asks.
    int served(const std::function<bool(const Env&)>& ask) {
        std::atomic<int> got{0};
        std::barrier all_ready(users);
        std::vector<std::thread> all;
        for (int i = 0; i < users; ++i) {
            all.emplace_back([&] {
                Store own = Store::open(url, StoreAccess::write);
                const Env mine{own, clock, {"tester", {}}, "test"};
                static_cast<void>(mine.store.db());
                all_ready.arrive_and_wait();
                try {
                    if (ask(mine)) ++got;
                } catch (const Error&) {
                }
            });
        }
        for (auto& one : all) one.join();
        return got;
    }
    // How many are let in with these.
    int let_in(const std::string& given_password, const std::string& given_code) {
        return served([&](const Env& mine) {
            static_cast<void>(
                Keys(mine).prove_app({"lucas", given_password}, seal, [&] { return given_code; }));
            return true;
        });
    }
};

}  // namespace

TEST_CASE("of 64 who use one code at the same moment one is let in") {
    Shared f;
    f.add_password(f.lucas, "lucas");
    f.add_app(f.lucas);
    f.pass(300);
    const std::string code = f.code();
    CHECK(f.let_in(f.password, code) == 1);
    f.pass(24 * 3600);
    CHECK(f.let_in(f.password, code) == 0);
    CHECK(f.problems().empty());
}

// The bound on guesses lets few of them come as far as that; here all do.
TEST_CASE("of 64 who take one step of the codes at the same moment one gets it") {
    Shared f;
    f.add_password(f.lucas, "lucas");
    const std::int64_t key = f.add_app(f.lucas).value();
    const auto take = [&](std::int64_t step) {
        return f.served([&](const Env& mine) {
            bool taken = false;
            store::keep_work(mine,
                             [&](store::Db& db) { taken = sign_in::take_counter(db, key, step); });
            return taken;
        });
    };
    const std::int64_t step = f.clock.now().seconds() / 30 + 1;
    CHECK(take(step) == 1);
    CHECK(take(step) == 0);
    CHECK(take(step - 1) == 0);
    CHECK(take(step + 1) == 1);
}

TEST_CASE("of 64 who take one code by SMS at the same moment one gets it") {
    Shared f;
    const std::int64_t key = f.add_password(f.lucas, "lucas").value();
    const std::string now = f.clock.now().iso();
    std::int64_t code = 0;
    store::keep_work(f.env, [&](store::Db& db) {
        code = sign_in::insert_code(db, key, {.id = 0, .salt = 1, .hash = "h"},
                                    "2026-11-23T10:05:00Z");
    });
    const auto take = [&](const std::string& moment) {
        return f.served([&](const Env& mine) {
            bool taken = false;
            store::keep_work(mine,
                             [&](store::Db& db) { taken = sign_in::use_code(db, code, moment); });
            return taken;
        });
    };
    CHECK(take("2026-11-23T10:05:00Z") == 0);
    CHECK(take(now) == 1);
    CHECK(take(now) == 0);
}

TEST_CASE("of 64 guesses at the same moment five are judged") {
    Shared f;
    f.add_password(f.lucas, "lucas");
    f.add_app(f.lucas);
    f.pass(300);
    CHECK(f.let_in("een heel ander woord", f.code()) == 0);
    CHECK(f.column("SELECT misses FROM credential_guess").front() == "5");
    CHECK(f.column("SELECT day_misses FROM credential_guess").front() == "5");
}

}  // namespace dcadmin::test
