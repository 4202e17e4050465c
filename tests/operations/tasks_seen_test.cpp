// SPDX-License-Identifier: Apache-2.0
#include "support/signed_in.h"
#include "tasks_fixture.h"

#include <dcadmin/accounts.h>
#include <dcadmin/secure_zone/company.h>

#include <doctest/doctest.h>

#include <algorithm>

namespace dcadmin::test {

TEST_CASE("a grant is a task from the term before its last day through that day") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2026-01-01", "2027-01-22");
    CHECK(f.listed() == Lines{"g-1 'Recht raadplegen' ends on 22/01/2027"});
    CHECK(f.listed({.within = Term::parse("59d")}).empty());
    CHECK(f.listed({.at = day("2026-11-22")}).empty());
    CHECK(f.listed({.within = Term::parse("1d"), .at = day("2027-01-22")}).size() == 1);
    CHECK(f.listed({.at = day("2027-01-23")}).empty());
    CHECK(f.listed({.kind = TaskKind::expiring_relation}).empty());
    CHECK(f.listed({.state = TaskState::done}).empty());
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2027-01-23", "2027-12-31");
    CHECK(f.listed().empty());
    CHECK(f.listed({.within = Term::parse("2y")}).size() == 1);
}

TEST_CASE("what is said to be done of an end stays away until there is another end") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2026-01-01", "2026-12-31");
    const GrantId grant = GrantId::from_stored(1);
    CHECK(refused([&] { f.tasks.accept({.task = grant}); }) == "rule id");
    CHECK(refused([&] { f.tasks.refuse({.task = grant, .reason = "no"}); }) == "rule id");
    f.act_as(f.marc);
    CHECK(refused([&] { f.tasks.done({.task = grant}); }) == "not_allowed as");
    f.act_as(f.anna);
    const auto written = f.tasks.done({.task = grant, .reason = "may end"});
    CHECK(written.changed);
    CHECK(text_of(written.item.id) == "t-1");
    CHECK(written.item.subject == "g-1");
    CHECK(f.last_entry() == "task done 1 may end");
    CHECK(f.listed().empty());
    CHECK(f.listed({.state = TaskState::done}) ==
          Lines{"t-1 'Recht raadplegen' ends on 31/12/2026"});
    CHECK(text_of(f.tasks.get(grant).id) == "t-1");
    const std::string before = f.trace();
    CHECK_FALSE(f.tasks.done({.task = grant}).changed);
    CHECK(f.trace() == before);
    f.act_as_operator();
    GrantExtension longer = f.extension("2027-01-15");
    f.rights.extend(longer);
    CHECK(f.listed() == Lines{"g-1 'Recht raadplegen' ends on 15/01/2027"});
    CHECK(f.tasks.done({.task = grant}).changed);
    CHECK(refused([&] { f.tasks.done({.task = GrantId::from_stored(9)}); }) == "not_found id");
    CHECK(f.sound() == "sound");
}

TEST_CASE("an organisation that people work for and nobody administers is a task of the operator") {
    TasksFixture f;
    f.add_org(2, "Leeg");
    CHECK(f.listed() == Lines{f.org.digits() + " nobody administers it"});
    f.hold_office(f.anna, "chief", "anna@example.be", "2026-11-23");
    CHECK(f.listed().empty());
    CHECK(f.listed({.at = day("2026-11-24")}) ==
          Lines{f.org.digits() + " nobody administers it since 23/11/2026"});
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    CHECK(f.tasks.done({.task = f.org, .reason = "a chief is sought"}).changed);
    CHECK(f.listed().empty());
    CHECK_FALSE(f.tasks.done({.task = f.org}).changed);
    f.run("UPDATE administrator SET valid_until = '2026-11-20'");
    CHECK(f.listed().size() == 1);
    CHECK(f.sound() == "sound");
}

TEST_CASE("a person who acts sees the tasks of what he administers, and his own when he asks") {
    TasksFixture f;
    f.hold_office(f.anna, "manager", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    const auto other = f.add_org(2, "Elders");
    f.add_relation(f.marc.id, other);
    CHECK(f.listed().size() == 2);
    f.act_as(f.anna);
    CHECK(f.listed() == Lines{"t-1 asks for 'Recht raadplegen'"});
    CHECK(f.listed({.org = other}).empty());
    f.act_as(f.lucas);
    CHECK(f.listed().empty());
    CHECK(f.listed({.person = f.lucas.id}).size() == 1);
    CHECK(f.listed({.person = f.marc.id}).empty());
    CHECK(f.tasks.get(id).reason == "new desk");
    f.act_as(f.marc);
    CHECK(refused([&] { static_cast<void>(f.tasks.get(id)); }) == "not_allowed as");
    CHECK(refused([&] { static_cast<void>(f.tasks.get(TaskId::from_stored(9))); }) ==
          "not_found id");
}

TEST_CASE("what ends soon is listed with the days that are left, the first to end first") {
    TasksFixture f;
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2026-01-01", "2026-11-23");
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2026-11-24", "2026-12-23");
    f.add_relation(f.marc.id, f.org, "2026-01-01", "2026-12-01");
    f.hold_office(f.anna, "chief", "anna@example.be");
    f.hold_office(f.marc, "manager", "", "2026-12-02");
    CHECK(f.ending("30d") ==
          Lines{"relation r-2 8", "office a-2 9", "right g-2 30", "lone-chief a-1 -"});
    CHECK(f.ending("29d", day("2026-11-22")) ==
          Lines{"relation r-2 9", "office a-2 10", "lone-chief a-1 -"});
    CHECK(f.ending("8d") == Lines{"relation r-2 8", "lone-chief a-1 -"});
    f.hold_office(f.marc, "cochief", "");
    CHECK(f.ending("8d") == Lines{"relation r-2 8"});
    f.act_as(f.lucas);
    CHECK(f.ending("30d").empty());
    f.act_as(f.anna);
    CHECK(f.ending("30d").size() == 3);
}

TEST_CASE("grants of an organisation that nobody administers are orphans") {
    TasksFixture f;
    f.add_grant(f.lucas.id, f.org, "raadplegen", "2026-01-01", "2026-12-31");
    const auto orphans = [&](std::optional<Date> at) {
        Lines lines;
        f.rights.list_orphans({.at = at}, [&](const OrphanGrant& one) {
            lines.push_back(one.grant.id.text() + " " + one.why);
            return true;
        });
        return lines;
    };
    CHECK(orphans({}) == Lines{"g-1 no administrator"});
    f.hold_office(f.anna, "chief", "", "2026-11-30");
    CHECK(orphans({}).empty());
    CHECK(orphans(day("2026-11-30")).empty());
    CHECK(orphans(day("2026-12-01")) == Lines{"g-1 no administrator"});
    CHECK(orphans(day("2027-01-01")).empty());
    f.run("UPDATE working_relation SET valid_until = '2026-11-22'");
    CHECK(orphans({}) == Lines{"g-1 no working relation"});
    CHECK(refused([&] {
              f.rights.list_orphans({.org = org_number(9)},
                                    [](const OrphanGrant&) { return true; });
          }) == "not_found org");
}

TEST_CASE("accreditations and service accounts that end soon are told of, to who sees them") {
    TasksFixture f;
    Companies(f.env).update({.org = f.org,
                             .number = AccreditationNumber::parse("V12345"),
                             .activities = {},
                             .from = day("2020-01-01"),
                             .until = day("2026-12-03"),
                             .reason = {}});
    for (const auto* const name : {"nightly", "retired"}) {
        static_cast<void>(Accounts(f.env).add({.name = name,
                                               .operations = {"grant", "revoke"},
                                               .orgs = {},
                                               .until = day("2026-12-13"),
                                               .reason = "r"}));
    }
    static_cast<void>(Accounts(f.env).retire("retired", "r"));
    CHECK(f.ending("9d").empty());
    CHECK(f.ending("21d") == Lines{"accreditation V12345 10", "account nightly 20"});
    const auto reader = Accounts(f.env)
                            .add({.name = "reader",
                                  .operations = {"read_persons"},
                                  .orgs = {},
                                  .until = day("2027-06-30"),
                                  .reason = "r"})
                            .secret;
    {
        // A program that reads persons, even of all organisations, learns of no other program.
        const ActingAs acting(f, reader);
        CHECK(f.ending("21d") == Lines{"accreditation V12345 10"});
    }
    f.hold_office(f.anna, "chief", "anna@example.be");
    const ActingAs acting(f, open_session(f, {.person = f.anna.id.value(), .org = f.org}));
    const auto seen = f.ending("21d");
    CHECK(std::ranges::find(seen, "accreditation V12345 10") != seen.end());
    CHECK(std::ranges::find(seen, "account nightly 20") == seen.end());
}

}  // namespace dcadmin::test
