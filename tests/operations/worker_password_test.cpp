// SPDX-License-Identifier: Apache-2.0
// Passwords of workers: shown or sent once, and known to nobody afterwards.
#include "network/http.h"
#include "sign_in/secrets.h"
#include "support/child.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>

namespace dcadmin::test {

namespace {

struct PasswordFixture : Fixture {
    Workers workers{env};
    EnterpriseNumber org = add_org(1);
    AffiliationNumber login = add("0470123456", 1);

    AffiliationNumber add(std::string_view phone, std::uint64_t n) {
        NewWorker asked{.login = {},
                        .number = person_number(n),
                        .first_name = "Zoë",
                        .last_name = "D'Hondt",
                        .org = org,
                        .site = {},
                        .region = Region::brussels,
                        .email = {},
                        .phone = {},
                        .reason = ""};
        if (!phone.empty()) asked.phone = PhoneNumber::parse(phone);
        return workers.add(asked).item.login;
    }
    IssuedPassword reset(bool to_phone = false) {
        return workers.reset_password({.login = login, .to_phone = to_phone, .reason = "vergeten"});
    }
    std::string hash() { return column("SELECT password_hash FROM worker ORDER BY id").front(); }
};

}  // namespace

TEST_CASE("a new password has eight digits, ends the former at once and is kept as Argon2id") {
    PasswordFixture f;
    CHECK(f.hash().empty());
    const auto first = f.reset();
    CHECK(first.password.size() == 8);
    CHECK(std::ranges::all_of(first.password, [](char c) { return c >= '0' && c <= '9'; }));
    CHECK(f.hash().starts_with("$argon2id$"));
    CHECK(sign_in::is_password(f.hash(), first.password));
    const auto second = f.reset();
    CHECK_FALSE(sign_in::is_password(f.hash(), first.password));
    CHECK(sign_in::is_password(f.hash(), second.password));
    CHECK(f.last_entry() == "worker reset-password 1 vergeten");
    for (const auto& image : f.column("SELECT coalesce(after_image, '') FROM audit_entry")) {
        CHECK(image.find(second.password) == std::string::npos);
        CHECK(image.find("argon2") == std::string::npos);
    }
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE worker SET password_hash = '$argon2id$andere'");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("who is not active, or has no telephone to send it to, keeps the password he has") {
    PasswordFixture f;
    const auto mute = f.add("", 2);
    CHECK(refused([&] {
              (void)f.workers.reset_password({.login = mute, .to_phone = true, .reason = ""});
          }) == "rule login");
    CHECK(refused([&] {
              (void)f.workers.reset_password({.login = mute, .to_phone = false, .reason = ""});
          }) == "accepted");
    f.reset();
    const std::string before = f.hash();
    f.workers.deactivate({.login = f.login, .reason = ""});
    CHECK(refused([&] { (void)f.reset(); }) == "rule login");
    CHECK(f.hash() == before);
}

TEST_CASE("a password is sent to the worker's telephone, in his language") {
    Child server{{"python3", SMS_GATEWAY}};
    PasswordFixture f;
    const SmsGateway gateway{.url = server.url("/ok"),
                             .headers = {"Content-Type: application/json", "X-Key: geheim-77"},
                             .body = R"({"to":"{to}","text":"{text}"})",
                             .total_ms = 1'500};
    f.run("UPDATE person SET language = 'fr'");
    const auto issued = f.reset(true);
    CHECK(issued.language == Language::fr);
    f.workers.send_password(gateway, issued);
    const std::string sent =
        network::open_http()->post({.url = server.url("/last"), .get = true}).body;
    CAPTURE(sent);
    CHECK(sent == "+32470123456 " + issued.password);
    SmsGateway deaf = gateway;
    deaf.url = server.url("/403");
    CHECK(refused([&] { f.workers.send_password(deaf, issued); }) != "accepted");
}

TEST_CASE("a password is given with a key that was used a moment ago, and by the worker himself") {
    PasswordFixture f;
    const auto as = [&](std::int64_t ago) {
        return open_session(f, {.person = 1, .proved_ago = ago});
    };
    {
        const ActingAs acting(f, as(0));
        CHECK(refused([&] { (void)f.reset(); }) == "accepted");
    }
    const ActingAs acting(f, as(600));
    CHECK(refused([&] { (void)f.reset(); }) == "sign_in ");
}

}  // namespace dcadmin::test
