// SPDX-License-Identifier: Apache-2.0
// A code works once, however many use it at the same moment; and no number of guesses at the same
// moment is more than allowed. On a store of their own, for others come in on other connections.
#include "sign_in_fixture.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
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
    // None while the server has as many connections as it takes.
    [[nodiscard]] std::optional<Store> opened() const {
        try {
            return Store::open(url, StoreAccess::write);
        } catch (const Error&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return std::nullopt;
        }
    }
    // How many of so many at once are let in.
    int let_in(const std::string& given_password, const std::string& given_code) {
        std::atomic<int> let{0};
        std::atomic<bool> go{false};
        std::vector<std::thread> all;
        for (int i = 0; i < users; ++i) {
            all.emplace_back([&] {
                std::optional<Store> own;
                while (!own) own = opened();
                const Env mine{*own, clock, {"tester", {}}, "test"};
                while (!go) std::this_thread::yield();
                try {
                    static_cast<void>(Keys(mine).prove_app({"lucas", given_password}, seal,
                                                           [&] { return given_code; }));
                    ++let;
                } catch (const Error&) {
                }
            });
        }
        go = true;
        for (auto& one : all) one.join();
        return let;
    }
};

}  // namespace

TEST_CASE("of 64 who use one code at the same moment one is let in") {
    Shared f;
    f.add_password(f.lucas, "lucas");
    f.add_app(f.lucas);
    f.pass(300);
    // So that the tries are not bounded before the code is judged.
    const std::string code = f.code();
    int let = f.let_in(f.password, code);
    CHECK(let == 1);
    f.pass(24 * 3600);
    CHECK(f.let_in(f.password, code) == 0);
    CHECK(f.problems().empty());
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
