// SPDX-License-Identifier: Apache-2.0
// Digital keys: who gets one, what proves somebody, and how guessing is bounded.
#include "sign_in_fixture.h"

#include <doctest/doctest.h>

#include <set>

namespace dcadmin::test {

namespace {

constexpr std::string_view uniform = "not_allowed ";

struct WithApp : SignInFixture {
    KeyId word = add_password(lucas, "lucas");
    KeyId app = add_app(lucas);

    std::string answer(const std::string& user, const std::string& given, const std::string& code) {
        return said([&] {
            static_cast<void>(keys.prove_app({user, given}, seal, [&] { return code; }));
        });
    }
};

}  // namespace

TEST_CASE("a password is activated after an identity check, and recorded without it or its user") {
    SignInFixture f;
    const auto key =
        f.keys.activate_password({f.lucas.id, "Lucas.Maes", f.password, "identity card seen"});
    CHECK(key.changed);
    CHECK(key.item.kind == "password");
    CHECK(key.item.level == 200);
    CHECK(key.item.assurance == "low");
    CHECK(key.item.handle == "lucas.maes");
    CHECK(key.item.identified_by == "operator");
    CHECK(f.last_entry() == "credential activate 1 identity card seen");
    CHECK(f.column("SELECT after_image FROM audit_entry WHERE subject = 'credential'")
              .front()
              .find("lucas") == std::string::npos);
    CHECK(f.column("SELECT secret FROM credential").front().starts_with("$argon2id$"));
    CHECK(f.whole());
}

TEST_CASE(
    "a short password, one with the user name, and a user name of another shape are refused") {
    SignInFixture f;
    const auto activate = [&](const std::string& user, const std::string& password) {
        return refused([&] { f.keys.activate_password({f.lucas.id, user, password, ""}); });
    };
    CHECK(activate("lucas", "te kort") == "usage password");
    CHECK(activate("lucas", "ik heet lucas hier") == "usage password");
    CHECK(activate("lucas", std::string("twaalf tekens\x01", 14)) == "usage password");
    CHECK(activate("lu", f.password) == "usage user");
    CHECK(activate("lücas", f.password) == "usage user");
    CHECK(activate("lucas maes", f.password) == "usage user");
    CHECK(activate("lucas", "pässwörd met é") == "accepted");
}

TEST_CASE("a person has one password, and a user name is one person's") {
    SignInFixture f;
    f.add_password(f.lucas, "lucas");
    CHECK(refused([&] { f.add_password(f.lucas, "lucas2"); }) == "conflict person");
    const Person anna = f.add_person(2, "Anna", "Peeters");
    CHECK(refused([&] { f.add_password(anna, "LUCAS"); }) == "conflict user");
}

TEST_CASE("who proves a user name and a password has a key of level 200") {
    SignInFixture f;
    const KeyId key = f.add_password(f.lucas, "lucas");
    const Proof proof = f.keys.prove_password({" Lucas ", f.password});
    CHECK(proof.person() == f.lucas.id);
    CHECK(proof.key() == key);
    CHECK(proof.level() == 200);
    CHECK(f.keys.get(key).used_at == f.clock.now());
}

TEST_CASE("an application's code comes after a user name and a password") {
    SignInFixture f;
    CHECK(refused([&] { static_cast<void>(f.keys.enrol_app(f.lucas.id)); }) == "rule person");
    f.add_password(f.lucas, "lucas");
    const Enrolment enrolment = f.keys.enrol_app(f.lucas.id);
    CHECK(enrolment.uri.starts_with("otpauth://totp/dcadmin:p-1?secret="));
    CHECK(refused([&] { f.keys.activate_app(enrolment, f.seal, "000000", ""); }) == "usage code");
    const KeyId key = f.add_app(f.lucas);
    CHECK(f.keys.get(key).level == 400);
    CHECK(f.column("SELECT secret FROM credential WHERE kind = 'app'").front().find(f.seed) ==
          std::string::npos);
    CHECK(f.whole());
}

TEST_CASE("codes of another make are accepted one step early or late, each once") {
    WithApp f;
    CHECK(f.answer("lucas", f.password, f.code()).starts_with("the user name"));  // enrolment's own
    f.pass(300);
    CHECK(f.answer("lucas", f.password, f.code(-60)).starts_with("the user name"));
    CHECK(f.answer("lucas", f.password, f.code(60)).starts_with("the user name"));
    CHECK(f.prove_app(f.code(-30)).level() == 400);
    CHECK(f.prove_app(f.code()).person() == f.lucas.id);
    CHECK(f.prove_app(f.code(30)).kind() == "app");
    CHECK(f.answer("lucas", f.password, f.code()).starts_with("the user name"));
    CHECK(f.answer("lucas", f.password, f.code(30)).starts_with("the user name"));
}

TEST_CASE("what is unknown, wrong, without a second key or closed is answered in the same words") {
    WithApp f;
    const Person anna = f.add_person(2, "Anna", "Peeters");
    f.add_password(anna, "anna");
    f.pass(300);
    std::set<std::string> answers;
    answers.insert(f.answer("nobody", f.password, f.code()));
    answers.insert(f.answer("lucas", "een ander wachtwoord", f.code()));
    answers.insert(f.answer("anna", f.password, f.code()));
    answers.insert(f.answer("lucas", f.password, "123"));
    for (int miss = 0; miss < 5; ++miss) answers.insert(f.answer("lucas", f.password, "000000"));
    answers.insert(f.answer("lucas", f.password, f.code()));  // closed by now
    CHECK(answers.size() == 1);
    CHECK(refused([&] { static_cast<void>(f.prove_app(f.code())); }) == uniform);
}

TEST_CASE("five misses close a key for a quarter of an hour, and another key goes on") {
    WithApp f;
    f.pass(300);
    for (int miss = 0; miss < 5; ++miss) f.answer("lucas", f.password, "000000");
    CHECK(f.keys.get(f.app).state == "closed");
    CHECK(refused([&] { static_cast<void>(f.prove_app(f.code())); }) == uniform);
    CHECK(f.keys.prove_password({"lucas", f.password}).level() == 200);
    f.pass(15 * 60 - 1);
    CHECK(refused([&] { static_cast<void>(f.prove_app(f.code())); }) == uniform);
    f.pass(1);
    CHECK(f.prove_app(f.code()).level() == 400);
    CHECK(f.keys.get(f.app).state == "active");
}

TEST_CASE("four misses and a right code begin the count anew") {
    WithApp f;
    for (int round = 0; round < 2; ++round) {
        f.pass(300);
        for (int miss = 0; miss < 4; ++miss) f.answer("lucas", f.password, "000000");
        CHECK(f.prove_app(f.code()).level() == 400);
    }
}

TEST_CASE("of a million tries at a password in a day no more than ten are judged") {
    SignInFixture f;
    const KeyId key = f.add_password(f.lucas, "lucas");
    f.clock.set(Timestamp::parse("2026-11-24T00:00:00Z"));
    // Each round is as many tries as get through before the key is open again.
    std::int64_t judged = 0;
    for (int quarter = 0; quarter < 96; ++quarter) {
        for (int guess = 0; guess < 6; ++guess) {
            static_cast<void>(refused([&] {
                static_cast<void>(f.keys.prove_password({"lucas", "geraden woord"}));
            }));
        }
        judged = std::stoll(f.column("SELECT day_misses FROM credential_guess").front());
        if (judged == 10 && quarter > 4) break;
        f.pass(15 * 60);
    }
    CHECK(judged == 10);
    CHECK(f.keys.get(key).state == "closed");
    CHECK(refused([&] {
              static_cast<void>(f.keys.prove_password({"lucas", f.password}));
          }) == uniform);
    f.clock.set(Timestamp::parse("2026-11-25T08:00:00Z"));
    CHECK(f.keys.prove_password({"lucas", f.password}).level() == 200);
}

TEST_CASE("retiring a key ends the sessions that it opened and lets its user name go") {
    WithApp f;
    f.pass(300);
    const auto started = f.sessions.start(f.prove_app(f.code()), {});
    const auto retired = f.keys.retire(f.app, "telephone lost");
    CHECK(retired.changed);
    CHECK(retired.item.state == "retired");
    CHECK(retired.remark == "1 open sessions were ended");
    CHECK(f.last_entry() == "credential retire 2 telephone lost");
    CHECK_FALSE(f.keys.retire(f.app, "again").changed);
    f.env.actor.token = started.token;
    CHECK(refused([&] { static_cast<void>(f.sessions.current()); }) == "sign_in ");
    f.env.actor.token.clear();
    CHECK(f.answer("lucas", f.password, f.code()).starts_with("the user name"));
    CHECK(refused([&] { static_cast<void>(f.keys.get(KeyId::from_stored(99))); }) ==
          "not_found key");
    f.keys.retire(f.word, "");
    CHECK(f.add_password(f.lucas, "lucas").value() == 3);
    CHECK(f.whole());
}

TEST_CASE("a person who is signed in activates keys by eID alone, and for himself alone") {
    WithApp f;
    f.pass(300);
    f.env.actor.token = f.sessions.start(f.prove_app(f.code()), {}).token;
    CHECK(refused([&] { f.add_password(f.lucas, "lucas3"); }) == "not_allowed ");
    f.run("UPDATE session SET key_used = 'itsme', level = 450");
    CHECK(refused([&] { f.add_password(f.lucas, "lucas3"); }) == "not_allowed person");
    f.run("UPDATE session SET key_used = 'eid', level = 500");
    std::optional<Person> anna;
    {
        const ActingAs local_operator(f);
        anna = f.add_person(2, "Anna", "Peeters");
    }
    CHECK(refused([&] { f.add_password(*anna, "anna"); }) == "not_found person");
    f.keys.retire(f.word, "");
    f.add_password(f.lucas, "lucas4");
    CHECK(f.keys.get(KeyId::from_stored(3)).identified_by == "eid");
}

TEST_CASE("the kinds of keys say since when and until when they work") {
    SignInFixture f;
    const auto state = [&](std::string_view kind, std::string_view on) -> std::string {
        for (const KeyKind& one : f.keys.kinds(day(on))) {
            if (one.code == kind) return one.state;
        }
        return "unknown";
    };
    CHECK(state("token", "2020-09-24") == "usable");
    CHECK(state("token", "2020-09-25") == "no new ones");
    CHECK(state("token", "2024-01-31") == "no new ones");
    CHECK(state("token", "2024-02-01") == "ended");
    CHECK(state("eid", "2026-11-23") == "usable");
    CHECK(f.keys.kinds().front().code == "eid");
}

TEST_CASE("the same seed gives a QR code that is square and has its three corners") {
    const std::string drawn = qr_code("otpauth://totp/dcadmin:p-1?secret=ABCDEFGHIJKLMNOP");
    std::size_t lines = 0;
    for (const char c : drawn) lines += c == '\n' ? 1 : 0;
    CHECK(lines >= 15);
    CHECK(drawn.find("█▀▀▀▀▀█") != std::string::npos);
    CHECK_THROWS_AS(static_cast<void>(SealKey::parse("not hexadecimal")), Error);
    const SealKey key = SealKey::random();
    CHECK(SealKey::parse(key.text() + "\n").bytes() == key.bytes());
}

}  // namespace dcadmin::test
