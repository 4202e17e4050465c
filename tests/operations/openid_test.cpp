// SPDX-License-Identifier: Apache-2.0
// Signing in at a real provider of OpenID, by a browser that follows every redirection.
#include "jose/crypto.h"
#include "jose/jwk.h"
#include "sign_in/openid_client.h"
#include "sign_in/openid_listener.h"
#include "support/child.h"
#include "support/fixture.h"

#include <dcadmin/openid_key.h>

#include <doctest/doctest.h>

#include <cstdlib>
#include <thread>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

const std::string& client_pem() {
    static const std::string pem = jose::crypto().generate(jose::KeyType::p256);
    return pem;
}

struct OpenidFixture : Fixture {
    Child server{{"node", OPENID_PROVIDER,
                  jose::write_jwk({.key = jose::crypto().public_of(client_pem()),
                                   .kid = "k1",
                                   .algorithm = jose::Algorithm::es256})}};
    Person lucas = add_person(1);
    Person anna = add_person(2, "Anna", "Peeters");
    std::vector<std::thread> browsers;

    OpenidFixture() {
        clock.set(SystemClock().now());  // the provider has no other
    }
    ~OpenidFixture() {
        for (auto& browser : browsers) browser.join();
    }
    [[nodiscard]] OpenidProvider provider() const {
        return {.issuer = server.url(),
                .client_id = "dcadmin",
                .client_secret = "een-geheim/met:tekens",
                .wait_ms = 20'000};
    }
    static void visit(const std::string& url) {
        const std::string command = "curl -s -L --max-time 15 -b '' '" + url + "' > /dev/null 2>&1";
        static_cast<void>(std::system(command.c_str()));
    }
    OpenidKey::Tell browse() {
        return [this](const std::string& url) { browsers.emplace_back([url] { visit(url); }); };
    }
    void account(const std::string& sub) const { visit(server.url("/account?sub=" + sub)); }
};

}  // namespace

TEST_CASE("who signs in at the provider is linked once, and known by it afterwards") {
    OpenidFixture f;
    OpenidKey key(f.env, f.provider());
    const auto made = key.activate(f.lucas.id, f.browse(), "paspoort");
    CHECK(made.item.kind == "itsme");
    CHECK(made.item.handle.empty());
    CHECK(f.column("SELECT handle FROM credential") ==
          std::vector<std::string>{f.server.url() + " sub-1"});
    CHECK(f.last_entry() == "credential activate 1 paspoort");
    const Proof proof = key.prove(f.browse());
    CHECK(proof.person() == f.lucas.id);
    CHECK(proof.level() == 450);
    // The same account is nobody else's, and another account is nobody's.
    CHECK(refused([&] { key.activate(f.anna.id, f.browse(), ""); }) == "conflict ");
    f.account("sub-2");
    CHECK(refused([&] { static_cast<void>(key.prove(f.browse())); }) == "not_allowed ");
    CHECK(f.problems().empty());
}

TEST_CASE("a client proves itself with its key, and not with another or a wrong secret") {
    OpenidFixture f;
    auto provider = f.provider();
    provider.client_id = "dcadmin-key";
    provider.client_secret = {};
    provider.client_key = client_pem();
    provider.client_key_id = "k1";
    CHECK(OpenidKey(f.env, provider).activate(f.lucas.id, f.browse(), "").changed);
    CHECK(OpenidKey(f.env, provider).prove(f.browse()).person() == f.lucas.id);
    provider.client_key = jose::crypto().generate(jose::KeyType::p256);
    CHECK(said([&] {
              static_cast<void>(OpenidKey(f.env, provider).prove(f.browse()));
          }).starts_with("the provider refuses tokens: 401 'invalid_client'"));
    provider = f.provider();
    provider.client_secret = "fout";
    CHECK(refused([&] { static_cast<void>(OpenidKey(f.env, provider).prove(f.browse())); }) ==
          "sign_in ");
}

TEST_CASE("a code is of no use without the word that it was asked with") {
    OpenidFixture f;
    const auto provider = f.provider();
    sign_in::OpenidClient client(f.env, provider);
    for (const bool right : {false, true}) {
        sign_in::OpenidListener listener(0);
        const std::string verifier = sign_in::random_word();
        f.browse()(client.endpoints().authorization + "?" +
                   sign_in::form_text({{"client_id", "dcadmin"},
                                       {"response_type", "code"},
                                       {"scope", "openid"},
                                       {"code_challenge_method", "S256"},
                                       {"code_challenge", sign_in::challenge_of(verifier)},
                                       {"redirect_uri", listener.redirect()},
                                       {"state", "s"},
                                       {"nonce", "n"}}));
        const std::string code = sign_in::query_value(listener.wait("s", 15'000), "code");
        const auto redeem = [&](const std::string& word) {
            return refused([&] {
                const auto tokens = client.redeem(code, listener.redirect(), word);
                CHECK(refused([&] { static_cast<void>(client.subject(tokens, "m")); }) ==
                      "sign_in ");
                auto other = tokens;
                other.access_token += "x";
                CHECK(said([&] { static_cast<void>(client.subject(tokens, "n")); }) == "accepted");
                f.clock.set(Timestamp::from_seconds(f.clock.now().seconds() + 90'000));
                CHECK(refused([&] { static_cast<void>(client.subject(tokens, "n")); }) ==
                      "sign_in ");
            });
        };
        CHECK(redeem(right ? verifier : sign_in::random_word()) ==
              (right ? "accepted" : "sign_in "));
    }
}

TEST_CASE("a device without a browser is approved on another") {
    OpenidFixture f;
    auto provider = f.provider();
    provider.device = true;
    provider.wait_ms = 30'000;
    const auto approve = [&](const std::string& text) {
        const auto open = text.find('(');
        f.visit(
            f.server.url("/approve?user_code=" + text.substr(open + 1, text.find(')') - open - 1)));
    };
    CHECK(OpenidKey(f.env, provider).activate(f.lucas.id, approve, "").changed);
}

TEST_CASE("a provider that is another than was named is refused") {
    OpenidFixture f;
    auto provider = f.provider();
    provider.issuer += "/";
    CHECK(said([&] {
              static_cast<void>(OpenidKey(f.env, provider).prove(f.browse()));
          }).starts_with("the provider describes another issuer"));
    for (const char* issuer : {"", "http://example.be", "https://a@b", "ftp://x"}) {
        provider.issuer = issuer;
        CHECK(refused([&] { OpenidKey(f.env, provider); }) == "usage key.itsme.issuer");
    }
    for (const char* answer :
         {"", "[]", "{}", R"({"issuer":"https://op"})",
          R"({"issuer":"https://op","issuer":"https://op"})",
          R"({"issuer":"https://op","authorization_endpoint":"http://evil.example/a",)"
          R"("token_endpoint":"https://op/t","jwks_uri":"https://op/k"})"}) {
        CHECK(refused([&] { static_cast<void>(sign_in::read_endpoints(answer, "https://op")); }) ==
              "sign_in ");
    }
}

TEST_CASE("the port hears one answer, and nothing else") {
    using sign_in::callback_query;
    CHECK(callback_query("GET /callback?state=s&code=c HTTP/1.1\r\n\r\n") == "state=s&code=c");
    for (const char* other :
         {"", "GET", "POST /callback?state=s HTTP/1.1\r\n", "GET /callback HTTP/1.1\r\n",
          "GET /callbacks?state=s HTTP/1.1\r\n", "GET /?state=s HTTP/1.1\r\n",
          "GET /callback?state=s\r\n", "GET  HTTP/1.1\r\n"}) {
        CHECK(callback_query(other).empty());
    }
    sign_in::OpenidListener listener(0);
    std::thread visitor([&] {
        OpenidFixture::visit(listener.redirect() + "/x");
        OpenidFixture::visit(listener.redirect() + "?state=other&code=1");
        OpenidFixture::visit(listener.redirect() + "?state=right&code=2");
    });
    CHECK(sign_in::query_value(listener.wait("right", 15'000), "code") == "2");
    visitor.join();
    CHECK(refused([&] { static_cast<void>(listener.wait("right", 50)); }) == "sign_in ");
    CHECK(sign_in::query_value("a=1&b=%41+c&a=2", "b") == "A c");
    CHECK(sign_in::query_value("a=1&b=%41+c&a=2", "a").empty());
    CHECK(sign_in::query_value("a=%4", "a").empty());
    CHECK(sign_in::query_value("a=%00", "a").empty());
}
