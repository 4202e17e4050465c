// SPDX-License-Identifier: Apache-2.0
// Codes by SMS, through a gateway on this machine.
#include "network/http.h"
#include "sign_in/sms_gateway.h"
#include "support/child.h"
#include "support/fixture.h"

#include <dcadmin/sms_key.h>

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct SmsFixture : Fixture {
    Child server{{"python3", SMS_GATEWAY}};
    Person lucas = add_person(1);
    SealKey seal = SealKey::random();
    UserPassword given{.user = "lucas", .password = "een lang wachtwoord"};

    [[nodiscard]] SmsGateway gateway(const std::string& path = "/ok") const {
        return {.url = server.url(path),
                .headers = {"Content-Type: application/json", "X-Key: geheim-77"},
                .body = R"({"to":"{to}","text":"{text}"})",
                .total_ms = 1'500};
    }
    [[nodiscard]] std::string asked(const std::string& path) const {
        return network::open_http()->post({.url = server.url(path), .get = true}).body;
    }
    [[nodiscard]] std::string code() const {
        return asked("/last").substr(asked("/last").find(' ') + 1);
    }
    SmsKey::AskCode right() {
        return [this] { return code(); };
    }
    void password() {
        Keys(env).activate_password({.person = lucas.id,
                                     .user = given.user,
                                     .password = given.password,
                                     .reason = "paspoort"});
    }
    Written<Key> activate() {
        password();
        return SmsKey(env, gateway(), seal)
            .activate(lucas.id, PhoneNumber::parse("0470123456"), right(), "paspoort");
    }
};

}  // namespace

TEST_CASE("a first code confirms the telephone, and each sign-in wants a new one") {
    SmsFixture f;
    SmsKey key(f.env, f.gateway(), f.seal);
    const auto phone = PhoneNumber::parse("0470123456");
    CHECK(refused([&] { key.activate(f.lucas.id, phone, f.right(), ""); }) == "rule person");
    CHECK(f.asked("/count") == "0");
    f.password();
    CHECK(refused([&] {
              key.activate(
                  f.lucas.id, phone, [] { return "000000x"; }, "");
          }) == "usage code");
    CHECK(key.activate(f.lucas.id, phone, f.right(), "paspoort").item.kind == "sms");
    CHECK(f.last_entry() == "credential activate 2 paspoort");
    CHECK(f.asked("/last").starts_with(phone.text()));
    CHECK(f.column("SELECT secret FROM credential WHERE kind = 'sms' AND secret LIKE '%470%'")
              .empty());
    const Proof proof = key.prove(f.given, f.right());
    CHECK(proof.person() == f.lucas.id);
    CHECK(proof.level() == 300);
    // The code that was used is used; a new one was sent meanwhile, and is right.
    const std::string old = f.code();
    CHECK(refused([&] { static_cast<void>(key.prove(f.given, [&] { return old; })); }) ==
          "not_allowed ");
    CHECK(f.problems().empty());
}

TEST_CASE("a code holds for five minutes") {
    SmsFixture f;
    f.activate();
    SmsKey key(f.env, f.gateway(), f.seal);
    const auto late = [&](std::int64_t seconds) {
        return refused([&] {
            static_cast<void>(key.prove(f.given, [&] {
                f.clock.set(Timestamp::from_seconds(f.clock.now().seconds() + seconds));
                return f.code();
            }));
        });
    };
    CHECK(late(299) == "accepted");
    CHECK(late(300) == "not_allowed ");
}

TEST_CASE("a wrong password sends nothing, and no more than five codes are on their way") {
    SmsFixture f;
    f.activate();
    SmsKey key(f.env, f.gateway(), f.seal);
    CHECK(refused([&] {
              static_cast<void>(key.prove({.user = "lucas", .password = "fout"}, f.right()));
          }) == "not_allowed ");
    CHECK(f.asked("/count") == "1");
    const auto give_up = []() -> std::string { throw Error(Kind::usage, "weg"); };
    for (int i = 0; i < 5; ++i) {
        CHECK(refused([&] { static_cast<void>(key.prove(f.given, give_up)); }) == "usage ");
    }
    CHECK(refused([&] { static_cast<void>(key.prove(f.given, f.right())); }) == "busy ");
}

TEST_CASE("a gateway that fails says so, and what it was sent is in no message") {
    SmsFixture f;
    f.activate();
    for (const char* path : {"/500", "/stall", "/403"}) {
        SmsKey key(f.env, f.gateway(path), f.seal);
        const std::string text = said([&] { static_cast<void>(key.prove(f.given, f.right())); });
        INFO(path, ": ", text);
        CHECK(text != "accepted");
        CHECK(text.find("470123456") == std::string::npos);
        CHECK(text.find("geheim") == std::string::npos);
    }
    CHECK(f.column("SELECT id FROM one_time_code WHERE used_at = ''").empty());
    auto bad = f.gateway();
    bad.url = "http://example.be";
    CHECK(refused([&] { SmsKey(f.env, bad, f.seal); }) == "usage sms.url");
    bad = f.gateway();
    bad.body = "{}";
    CHECK(refused([&] { SmsKey(f.env, bad, f.seal); }) == "usage sms.body_file");
    bad = f.gateway();
    bad.headers = {"Content-Type: text/plain"};
    CHECK(refused([&] { SmsKey(f.env, bad, f.seal); }) == "usage sms.headers_file");
    CHECK(sign_in::message_body(f.gateway(), "+32{text}", "a\"b\n") ==
          R"({"to":"+32{text}","text":"a\"b\n"})");
    CHECK(sign_in::message_body({.url = "", .body = "to={to}&text={text}"}, "+32", "a b&c") ==
          "to=%2B32&text=a%20b%26c");
}

TEST_CASE("of sixty-four uses of one code at the same time one is right") {
    SmsFixture f;
    if (!f.store.url().starts_with("postgresql")) return;  // a store in memory has one writer
    f.activate();
    std::string code;
    const auto stop = [&]() -> std::string {
        code = f.code();
        throw Error(Kind::usage, "weg");
    };
    CHECK_THROWS_AS(static_cast<void>(SmsKey(f.env, f.gateway(), f.seal).prove(f.given, stop)),
                    Error);
    std::atomic<int> right = 0;
    std::vector<std::thread> users;
    for (int i = 0; i < 64; ++i) {
        users.emplace_back([&] {
            try {
                Store store = Store::open(f.store.url(), StoreAccess::write);
                const Env env{store, f.clock, {"user", {}}, "test"};
                static_cast<void>(
                    SmsKey(env, f.gateway(), f.seal).prove(f.given, [&] { return code; }));
                ++right;
            } catch (const Error&) {
            }
        });
    }
    for (auto& user : users) user.join();
    CHECK(right == 1);
}
