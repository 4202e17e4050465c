// SPDX-License-Identifier: Apache-2.0
// Applications, the keys that sign for them, and what an assertion tells: verified with a library
// of another make.
#include "rights_fixture.h"

#include <dcadmin/applications.h>
#include <dcadmin/sign_in.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

namespace fs = std::filesystem;

struct ApplicationFixture : RightsFixture {
    Applications applications{env};
    SigningKeys signing{env};
    fs::path folder;
    std::string file;

    ApplicationFixture() {
        std::string name = (fs::temp_directory_path() / "dcadmin-app.XXXXXX").string();
        folder = ::mkdtemp(name.data());
        file = (folder / "sign.pem").string();
    }
    ~ApplicationFixture() { fs::remove_all(folder); }

    [[nodiscard]] static NewApplication zone() {
        return {.code = "Zone",
                .name = "Beveiligde zone",
                .right = RightCode::parse("dienstencheques"),
                .min_level = 200,
                .client_id = "zone-web"};
    }
    // Lucas signs in with a password for his organisation.
    void sign_in(std::optional<EnterpriseNumber> org_of_session) {
        env.actor.token.clear();
        if (column("SELECT id FROM credential").empty()) {
            Keys(env).activate_password({.person = lucas.id,
                                         .user = "lucas",
                                         .password = "een lang wachtwoord",
                                         .reason = "paspoort"});
        }
        const Proof proof =
            Keys(env).prove_password({.user = "lucas", .password = "een lang wachtwoord"});
        env.actor.token = Sessions(env).start(proof, org_of_session).token;
    }
    [[nodiscard]] AssertionRequest asked() const {
        return {.application = "zone",
                .nonce = "n-0S6",
                .issuer = "https://toegang.example.be/op",
                .key_file = file};
    }
    [[nodiscard]] Assertion made() { return Assertions(env).make(asked()); }

    /// The claims, as python's library verified them; or what it said against it.
    [[nodiscard]] std::string verified(const std::string& token) {
        std::ofstream(folder / "set.json") << signing.key_set();
        std::ofstream(folder / "token") << token;
        const std::string command = std::string("/usr/bin/python3 ") + VERIFY_ASSERTION + " " +
                                    (folder / "set.json").string() +
                                    " zone-web https://toegang.example.be/op < " +
                                    (folder / "token").string() + " 2>&1";
        std::string said;
        FILE* pipe = ::popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        char block[512];
        while (std::fgets(block, sizeof block, pipe) != nullptr) said += block;
        ::pclose(pipe);
        return said;
    }
};

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an application is added once, with its right and its client") {
    ApplicationFixture f;
    const auto made = f.applications.add(f.zone());
    CHECK(made.changed);
    CHECK(made.item.code == "zone");
    CHECK(made.item.claim == "dwse_dienstencheques_rol_3d");
    CHECK(f.last_entry() == "application add 1");
    CHECK_FALSE(f.applications.add(f.zone()).changed);
    auto other = f.zone();
    other.name = "Andere";
    CHECK(refused([&] { f.applications.add(other); }) == "conflict name");
    other = f.zone();
    other.code = "loket";
    CHECK(refused([&] { f.applications.add(other); }) == "conflict client-id");
    other.client_id = "a b";
    CHECK(refused([&] { f.applications.add(other); }) == "usage client-id");
    other.client_id = {};
    other.min_level = 50;
    CHECK(refused([&] { f.applications.add(other); }) == "usage min-level");
    other.min_level = {};
    other.claim = "sub";
    CHECK(refused([&] { f.applications.add(other); }) == "usage claim");
    other.claim = {};
    other.right = RightCode::parse("onbekend");
    CHECK(refused([&] { f.applications.add(other); }) == "not_found right");
    other.right = f.plain;
    CHECK(f.applications.add(other).item.client_id == "loket");
    CHECK(f.applications.get("LOKET").right == f.plain);
    CHECK(refused([&] { static_cast<void>(f.applications.get("x")); }) == "not_found app");
    CHECK(f.applications.list({}, [](const Application&) { return true; }) == 2);
    CHECK(f.applications.list({.text = "loket"}, [](const Application&) { return true; }) == 1);
    CHECK(f.problems().empty());
}

TEST_CASE("an assertion tells person, organisation and rights, and another library verifies it") {
    ApplicationFixture f;
    f.applications.add(f.zone());
    f.granted(f.site_grant({f.aalst, f.brugge}));
    for (const char* algorithm : {"ES256", "RS256"}) {
        fs::remove(f.file);
        f.env.actor.token.clear();
        f.signing.create(f.file, algorithm);
        f.sign_in(f.org);
        const Assertion made = f.made();
        const std::string claims = f.verified(made.token);
        CHECK(has(claims, R"("iss": "https://toegang.example.be/op")"));
        CHECK(has(claims, R"("aud": "zone-web", "auth_time")"));
        CHECK(has(claims, R"("azp": "zone-web")"));
        CHECK(has(claims, R"("nonce": "n-0S6")"));
        CHECK(has(claims, R"("acr": "urn:be:vlaanderen:authmech:csampassword")"));
        CHECK(has(claims, R"("given_name": "Lucas")"));
        CHECK(has(claims, R"("vo_doelgroepcode": "EA")"));
        CHECK(has(claims, "\"vo_orgcode\": \"" + f.org.digits() + "\""));
        CHECK(has(claims, "\"dwse_dienstencheques_rol_3d\": [\"Dienstencheques-" +
                              f.aalst.digits() + ":" + f.org.digits() + "\", \"Dienstencheques-" +
                              f.brugge.digits() + ":" + f.org.digits() + "\"]"));
        CHECK_FALSE(has(claims, f.lucas.number.revealed_digits()));
        CHECK(has(claims, "\"jti\": \"" + made.id + "\""));
        CHECK(f.last_entry() == "application assert 1 assertion " + made.id);
        CHECK(made.expires_at.seconds() == f.clock.now().seconds() + 300);
        const std::string again = f.verified(f.made().token);
        const auto sub = claims.find("\"sub\"");
        CHECK(again.substr(again.find("\"sub\""), 49) == claims.substr(sub, 49));
    }
    CHECK(f.problems().empty());
}

TEST_CASE("an assertion is refused without session, level, organisation or right") {
    ApplicationFixture f;
    f.signing.create(f.file, "ES256");
    auto strict = f.zone();
    strict.min_level = 400;
    f.applications.add(strict);
    const auto refusal = [&] { return said([&] { static_cast<void>(f.made()); }); };
    CHECK(refused([&] { static_cast<void>(f.made()); }) == "sign_in ");
    const GrantId grant = f.granted(f.site_grant({f.aalst})).id;
    f.sign_in(f.org);
    CHECK(has(refusal(),
              "asks for a digital key of level 400, and 'password' has 200; sign in with "
              "one of: eid, itsme, app"));
    f.run("UPDATE application SET min_level = 200");
    CHECK(refusal() == "accepted");
    f.run("UPDATE right_grant SET revoked_at = '2026-11-23T10:00:00Z' WHERE id = " +
          std::to_string(grant.value()));
    CHECK(has(refusal(), "is opened by right 'dienstencheques', which is not held"));
    f.sign_in({});
    CHECK(has(refusal(), "this session is for oneself"));
    auto request = f.asked();
    const auto with = [&] {
        return refused([&] { static_cast<void>(Assertions(f.env).make(request)); });
    };
    request.application = "x";
    CHECK(with() == "not_found app");
    request = f.asked();
    request.issuer = "http://example.be";
    CHECK(with() == "usage assert.issuer");
    request = f.asked();
    request.nonce = "a b";
    CHECK(with() == "usage nonce");
}

TEST_CASE("a signing key that others may read is not used, and a retired one signs nothing") {
    ApplicationFixture f;
    CHECK(refused([&] { f.signing.create(f.file, "HS256"); }) == "usage algorithm");
    CHECK(refused([&] { f.signing.create("sign.pem", "ES256"); }) == "usage assert.key_file");
    const auto first = f.signing.create(f.file, "ES256");
    struct stat found {};
    REQUIRE(::stat(f.file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    CHECK(refused([&] { f.signing.create(f.file, "ES256"); }) == "conflict ");
    CHECK(refused([&] { f.signing.create(f.file + "2", "ES256"); }) == "conflict algorithm");
    CHECK_FALSE(fs::exists(f.file + "2"));
    CHECK(std::distance(fs::directory_iterator(f.folder), {}) == 1);
    fs::copy_file(f.file, f.file + ".old");
    ::chmod((f.file + ".old").c_str(), 0600);
    const auto second = f.signing.rotate(f.file, "jaarlijks");
    CHECK(second.item.kid != first.item.kid);
    CHECK(has(f.signing.key_set(), first.item.kid));
    CHECK(f.signing.list().at(1).state == "published");
    f.applications.add(f.zone());
    f.granted(f.site_grant({f.aalst}));
    f.sign_in(f.org);
    CHECK(has(f.verified(f.made().token), "vo_id"));
    auto request = f.asked();
    request.key_file += ".old";
    const auto with = [&] {
        return refused([&] { static_cast<void>(Assertions(f.env).make(request)); });
    };
    CHECK(with() == "failed assert.key_file");
    request = f.asked();
    ::chmod(f.file.c_str(), 0640);
    CHECK(with() == "not_allowed ");
    ::chmod(f.file.c_str(), 0600);
    CHECK(with() == "accepted");
    f.clock.set(Timestamp::parse("2026-11-23T11:08:00Z"));
    f.env.actor.token.clear();
    CHECK_FALSE(has(f.signing.key_set(), first.item.kid));
    CHECK(f.signing.list().at(1).state == "retired");
    CHECK(f.problems().empty());
}
