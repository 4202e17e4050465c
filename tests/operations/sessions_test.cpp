// SPDX-License-Identifier: Apache-2.0
// Sessions: for whom one may act, how long, and what ends them; and accounts of programs.
#include "sign_in_fixture.h"

#include <dcadmin/policies.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct SignedIn : SignInFixture {
    EnterpriseNumber other = add_org(2, "Strijkatelier");
    KeyId word = add_password(lucas, "lucas");

    SignedIn() { add_right(); }
    Proof prove() { return keys.prove_password({"lucas", password}); }
    StartedSession start(std::optional<EnterpriseNumber> at = {}) {
        auto started = sessions.start(prove(), at);
        env.actor.token = started.token;
        return started;
    }
    std::string state() {
        return refused([&] { static_cast<void>(sessions.current()); });
    }
};

}  // namespace

TEST_CASE("who holds nothing acts for himself alone") {
    SignedIn f;
    CHECK(f.sessions.choices(f.lucas.id).empty());
    const auto started = f.start();
    CHECK(started.token.starts_with("dcs_"));
    CHECK(started.token.size() == 47);
    CHECK_FALSE(started.session.org);
    CHECK(f.sessions.current().name == "Lucas Maes");
    CHECK(f.column("SELECT token_hash FROM session").front().find(started.token) ==
          std::string::npos);
    CHECK(refused([&] { static_cast<void>(f.sessions.start(f.prove(), f.org)); }) ==
          "not_allowed for");
    CHECK(f.whole());
}

TEST_CASE("an organisation where one holds nothing is answered as one that is not there") {
    SignedIn f;
    const auto answer = [&](EnterpriseNumber at) {
        return said([&] { static_cast<void>(f.sessions.start(f.prove(), at)); });
    };
    const std::string there = answer(f.org);
    const std::string absent = answer(org_number(99));
    CHECK(there.substr(there.find(" today")) == absent.substr(absent.find(" today")));
    CHECK(there.substr(0, 40) == absent.substr(0, 40));
}

TEST_CASE("rights, offices and mandates of today are what one may choose from") {
    SignedIn f;
    f.give_right(f.org);
    f.run(
        "INSERT INTO register_function (enterprise, person, function, represents, valid_from, "
        "valid_until) SELECT o.number, p.number, 'zaakvoerder', 1, '2020-01-01', '9999-12-31' "
        "FROM organisation o, person p WHERE o.id = 2");
    const auto choices = f.sessions.choices(f.lucas.id);
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].org == f.org);
    CHECK(choices[0].holds == "dienstencheques");
    CHECK(choices[1].holds == "zaakvoerder");
    const auto started = f.start(f.org);
    CHECK(started.session.org == f.org);
    CHECK(f.last_entry().starts_with("session begin 1"));
    CHECK(f.column("SELECT o.number FROM audit_entry e JOIN audit_chain c ON c.id = e.chain_id "
                   "JOIN organisation o ON o.id = c.organisation_id WHERE e.subject = 'session'")
              .size() == 1);
}

TEST_CASE(
    "a right that ended yesterday, or was revoked, or a function that ended, counts no more") {
    SignedIn f;
    f.give_right(f.org);
    f.run("UPDATE right_grant SET valid_until = '2026-11-22', valid_from = '2026-01-01'");
    CHECK(f.sessions.choices(f.lucas.id).empty());
    f.run("UPDATE right_grant SET valid_until = '2026-11-23'");
    CHECK(f.sessions.choices(f.lucas.id).size() == 1);
    f.run("UPDATE right_grant SET revoked_at = '2026-11-23T09:59:59Z'");
    CHECK(f.sessions.choices(f.lucas.id).empty());
}

TEST_CASE("what is done in a session is recorded with its key, its person and its organisation") {
    SignedIn f;
    f.give_right(f.org);
    f.start(f.org);
    f.sessions.end(false);
    CHECK(f.column("SELECT key_used FROM operation ORDER BY id DESC").front() == "password");
    CHECK(f.column("SELECT key_level FROM operation ORDER BY id DESC").front() == "200");
    CHECK(f.column("SELECT claimed FROM operation ORDER BY id DESC").front() == "1");
    f.env.actor.token.clear();
    std::string actor;
    AuditFilter filter;
    filter.action = "session.end";
    Audit(f.env).list(filter, [&](const AuditEntry& entry) {
        actor = entry.actor;
        return true;
    });
    CHECK(actor == "p-1 (by password, tester)");
    CHECK(f.whole());
    f.run("UPDATE operation SET key_level = 500 WHERE key_used <> ''");
    CHECK_FALSE(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("a session that is not used for a quarter of an hour ends; use keeps it open") {
    SignedIn f;
    f.start();
    f.pass(15 * 60 - 1);
    f.sessions.use();
    f.pass(15 * 60 - 1);
    CHECK(f.state() == "accepted");
    f.pass(1);
    CHECK(f.state() == "sign_in ");
    CHECK(refused([&] { f.sessions.use(); }) == "sign_in ");
    CHECK(refused([&] { f.add_org(7); }) == "sign_in ");
}

TEST_CASE("a session ends after eight hours, however it is used") {
    SignedIn f;
    f.start();
    for (int minutes = 0; minutes < 8 * 60; minutes += 10) {
        f.sessions.use();
        f.pass(10 * 60);
    }
    CHECK(f.state() == "sign_in ");
}

TEST_CASE("both terms of sessions are policies of the store") {
    SignedIn f;
    Policies(f.env).set({"session_idle", "5", ""});
    Policies(f.env).set({"session_absolute", "1", ""});
    const auto session = f.start().session;
    CHECK(session.open_until.seconds() == f.clock.now().seconds() + 300);
    CHECK(session.expires_at.seconds() == f.clock.now().seconds() + 3600);
    const ActingAs local_operator(f);
    for (const char* const bad : {"0", "481", "vijf", "-1", "1.5", ""}) {
        CHECK(refused([&] { Policies(f.env).set({"session_idle", bad, ""}); }) == "usage value");
    }
}

TEST_CASE("switching begins another session with the same proof and ends the first") {
    SignedIn f;
    f.give_right(f.org);
    const auto first = f.start(f.org);
    f.pass(60);
    const auto second = f.sessions.switch_to(std::nullopt);
    CHECK(second.token != first.token);
    CHECK(second.session.proved_at == first.session.proved_at);
    CHECK(second.session.expires_at == first.session.expires_at);
    CHECK_FALSE(second.session.org);
    CHECK(f.state() == "sign_in ");
    f.env.actor.token = second.token;
    CHECK(f.state() == "accepted");
    CHECK(refused([&] { static_cast<void>(f.sessions.switch_to(f.other)); }) == "not_allowed for");
    CHECK(f.state() == "accepted");
    CHECK(f.whole());
}

TEST_CASE("a fresh key of the same person is noted in the session, another's is refused") {
    SignedIn f;
    f.start();
    f.pass(600);
    CHECK(f.sessions.confirm(f.prove()).proved_at == f.clock.now());
    std::string mine;
    mine.swap(f.env.actor.token);  // as the local operator
    const Person anna = f.add_person(2, "Anna", "Peeters");
    f.add_password(anna, "anna");
    const Proof hers = f.keys.prove_password({"anna", f.password});
    f.env.actor.token.swap(mine);
    CHECK(refused([&] { f.sessions.confirm(hers); }) == "not_allowed ");
}

TEST_CASE("logging out ends one session, or all of the person") {
    SignedIn f;
    const auto first = f.start();
    const auto second = f.start();
    CHECK(f.sessions.list(f.lucas.id).size() == 2);
    f.env.actor.token = first.token;
    CHECK(f.sessions.end(false) == 1);
    f.env.actor.token = second.token;
    CHECK(f.state() == "accepted");
    f.start();
    CHECK(f.sessions.end(true) == 2);
    CHECK(f.state() == "sign_in ");
    CHECK(f.whole());
}

TEST_CASE("nobody signs in while the clock runs behind the log") {
    SignedIn f;
    const Proof proof = f.prove();
    f.pass(-3600);
    CHECK(refused([&] { static_cast<void>(f.sessions.start(proof, {})); }) == "failed ");
}

TEST_CASE("a made-up token is nobody's") {
    SignedIn f;
    f.start();
    f.env.actor.token = "dcs_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    CHECK(f.state() == "sign_in ");
    f.env.actor.token = "' OR 1=1 --";
    CHECK(f.state() == "sign_in ");
}

TEST_CASE("an account has a secret that is nowhere else, and acts until its last day") {
    SignedIn f;
    Accounts accounts(f.env);
    const auto issued = accounts.add({.name = "Leavers",
                                      .operations = {"end_relation", "Grant"},
                                      .orgs = {f.other, f.org},
                                      .until = day("2027-06-30"),
                                      .reason = "nightly"});
    CHECK(issued.secret.starts_with("dca_"));
    CHECK(issued.account.name == "leavers");
    CHECK(issued.account.operations == std::vector<std::string>{"end_relation", "grant"});
    CHECK(f.column("SELECT secret_hash FROM account").front().find(issued.secret) ==
          std::string::npos);
    CHECK(f.last_entry() == "account add 1 nightly");
    f.env.actor.token = issued.secret;
    CHECK(refused([&] { static_cast<void>(f.sessions.current()); }) == "sign_in ");
    f.clock.set(Timestamp::parse("2027-07-01T08:00:00Z"));
    CHECK(refused([&] { f.add_org(8); }) == "sign_in ");
    f.env.actor.token.clear();
    CHECK(accounts.get("leavers").state == "ended");
    CHECK(f.whole());
}

TEST_CASE("an account's new secret ends the old one, and a retired account has none") {
    SignedIn f;
    Accounts accounts(f.env);
    const NewAccount asked{.name = "timer",
                           .operations = {"*"},
                           .orgs = {},
                           .until = day("2027-06-30"),
                           .reason = "monthly"};
    const auto first = accounts.add(asked);
    CHECK(refused([&] { static_cast<void>(accounts.add(asked)); }) == "conflict name");
    const auto second = accounts.rotate("TIMER", "yearly");
    CHECK(second.secret != first.secret);
    f.env.actor.token = first.secret;
    CHECK(refused([&] { f.add_org(8); }) == "sign_in ");
    f.env.actor.token.clear();
    CHECK(accounts.retire("timer", "timer removed").changed);
    CHECK_FALSE(accounts.retire("timer", "").changed);
    f.env.actor.token = second.secret;
    CHECK(refused([&] { f.add_org(8); }) == "sign_in ");
    f.env.actor.token.clear();
    CHECK(refused([&] { static_cast<void>(accounts.rotate("timer", "")); }) == "rule name");
    CHECK(refused([&] { static_cast<void>(accounts.get("other")); }) == "not_found name");
    CHECK(f.whole());
}

TEST_CASE(
    "an account without operations, without a reason, or for longer than two years is refused") {
    SignedIn f;
    Accounts accounts(f.env);
    const auto add = [&](std::vector<std::string> operations, std::string_view until,
                         std::string reason) {
        return refused([&] {
            static_cast<void>(accounts.add({.name = "timer",
                                            .operations = std::move(operations),
                                            .orgs = {},
                                            .until = day(until),
                                            .reason = std::move(reason)}));
        });
    };
    CHECK(add({}, "2027-01-01", "r") == "usage operations");
    CHECK(add({"*"}, "2027-01-01", " ") == "usage reason");
    CHECK(add({"*"}, "2026-11-22", "r") == "rule until");
    CHECK(add({"*"}, "2028-11-24", "r") == "rule until");
    CHECK(add({"*"}, "2028-11-23", "r") == "accepted");
}

}  // namespace dcadmin::test
