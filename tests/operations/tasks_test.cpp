// SPDX-License-Identifier: Apache-2.0
#include "rights_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/outbox.h>
#include <dcadmin/tasks.h>

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

// The rights fixture, with Anna as chief of the organisation and Marc who works for nobody yet.
struct TasksFixture : RightsFixture {
    Tasks tasks{env};
    Person anna = add_person(2, "Anna", "Peeters");
    Person marc = add_person(3, "Marc", "Claes");

    void hold_office(const Person& person, std::string_view role, std::string_view email,
                     std::string_view until = "9999-12-31") {
        run(fmt::format(
            "INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
            "context_id, email, phone, valid_from, valid_until, ended_at, appointer_id, "
            "request_id, reason, operation_id) VALUES (1, {}, '{}', NULL, 0, '{}', "
            "'+3212345678', '2026-01-01', '{}', '', NULL, NULL, '', 1)",
            person.id.value(), role, email, until));
    }
    void act_as(const Person& person) { env.actor.claimed = person.id; }
    void act_as_operator() { env.actor.claimed.reset(); }

    [[nodiscard]] RightRequest wish() const {
        return {.person = lucas.id,
                .org = org,
                .right = plain,
                .contexts = {},
                .from = {},
                .until = {},
                .reason = "new desk"};
    }
    [[nodiscard]] RelationRequest wish_to_work() const {
        return {.person = marc.id,
                .org = org,
                .audience = {},
                .category = Category::permanent,
                .email = EmailAddress::parse("marc@example.be"),
                .phone = PhoneNumber::parse("+3212345679"),
                .from = {},
                .until = {},
                .reason = "begins on Monday"};
    }
    TaskId asked(const RightRequest& request) {
        return std::get<TaskId>(tasks.request_right(request).item.at(0).id);
    }
    Lines listed(const TaskFilter& filter = {}) {
        Lines lines;
        tasks.list(filter, [&](const Task& task) {
            lines.push_back(text_of(task.id) + " " + task.title);
            return true;
        });
        return lines;
    }
    Lines ending(std::string_view within, std::optional<Date> at = {}) {
        Lines lines;
        ExpiringFilter filter;
        filter.within = Term::parse(within);
        filter.at = at;
        tasks.expiring(filter, [&](const Expiring& one) {
            lines.push_back(fmt::format("{} {} {}", one.kind, one.id,
                                        one.days_left ? std::to_string(*one.days_left) : "-"));
            return true;
        });
        return lines;
    }
    std::string last_notice() {
        const auto id = column("SELECT max(id) FROM notice").front();
        const auto notice = Notices(env).get(NoticeId::from_stored(std::stoll(id)));
        return notice.subject + "\n" + notice.body;
    }
    // The log tells of all but the offices, which stand in the store behind the library's back.
    std::string sound() {
        for (const auto& problem : problems()) return problem;
        for (const auto& found : Audit(env).verify({}).problems) return found.what;
        return "sound";
    }
};

}  // namespace

TEST_CASE(
    "a request for a right becomes a task of the organisation and is told its administrators") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    f.hold_office(f.marc, "manager", "");
    f.act_as(f.lucas);
    RightRequest request = f.wish();
    request.person.reset();
    request.right = f.vouchers;
    request.contexts = {f.brugge, f.aalst, f.aalst};
    const auto written = f.tasks.request_right(request);
    CHECK(written.changed);
    const Task task = written.item.at(0);
    CHECK(text_of(task.id) == "t-1");
    CHECK(task.title == fmt::format("asks for 'Recht dienstencheques' at {}, {}", f.aalst.digits(),
                                    f.brugge.digits()));
    CHECK(task.state == TaskState::open);
    CHECK(task.reason == "new desk");
    CHECK(f.last_entry() == "task add 1 new desk");
    CHECK(f.column("SELECT c.organisation_id FROM audit_entry e JOIN audit_chain c ON "
                   "c.id = e.chain_id ORDER BY e.id DESC")
              .front() == "1");
    CHECK(f.notices().back() ==
          fmt::format("right.request {} anna@example.be t-1", f.anna.id.text()));
    const std::string told = f.last_notice();
    CHECK(told.starts_with("A request waits for your answer\nDear Anna Peeters,"));
    CHECK(told.find("t-1: Lucas Maes asks for right 'Recht dienstencheques' at ") !=
          std::string::npos);
    CHECK(told.find("Poetshulp") != std::string::npos);
    CHECK(told.find("new desk") != std::string::npos);
    CHECK(f.sound() == "sound");
}

TEST_CASE("a request is refused without reason, asker, hearing administrator or working relation") {
    TasksFixture f;
    const std::string before = f.trace();
    RightRequest request = f.wish();
    CHECK(refused([&] { f.tasks.request_right(request); }) == "rule org");
    f.hold_office(f.anna, "chief", "");
    CHECK(said([&] { f.tasks.request_right(request); }) ==
          "organisation " + f.org.formatted() +
              " has no administrator with an e-mail address, so nobody would see the request; its "
              "chief access administrator must be designated first");
    f.run("UPDATE administrator SET email = 'anna@example.be'");
    request.reason = " ";
    CHECK(refused([&] { f.tasks.request_right(request); }) == "usage reason");
    request = f.wish();
    request.person.reset();
    CHECK(refused([&] { f.tasks.request_right(request); }) == "usage person");
    request.person = f.marc.id;
    CHECK(refused([&] { f.tasks.request_right(request); }) == "rule person");
    CHECK(said([&] { f.tasks.request_right(request); }).find("dcadmin relation request") !=
          std::string::npos);
    request = f.wish();
    request.right = RightCode::parse("nergens");
    CHECK(refused([&] { f.tasks.request_right(request); }) == "not_found right");
    request.right = f.vouchers;
    CHECK(refused([&] { f.tasks.request_right(request); }) == "rule site");
    request = f.wish();
    f.act_as(f.marc);
    CHECK(refused([&] { f.tasks.request_right(request); }) == "not_allowed as");
    f.act_as(f.anna);
    CHECK(refused([&] { f.tasks.request_right(request); }) == "accepted");
    CHECK(before != f.trace());
}

TEST_CASE("the same request again is unchanged, another one meanwhile a conflict") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    const std::string before = f.trace();
    const auto again = f.tasks.request_right(f.wish());
    CHECK_FALSE(again.changed);
    CHECK(text_of(again.item.at(0).id) == id.text());
    RightRequest other = f.wish();
    other.until = day("2027-06-30");
    CHECK(refused([&] { f.tasks.request_right(other); }) == "conflict until");
    CHECK(f.trace() == before);
    f.tasks.accept({.task = id});
    const auto after = f.tasks.request_right(f.wish());
    CHECK_FALSE(after.changed);
    CHECK(after.remark == "it is there already: g-1");
}

TEST_CASE("accepting a request for a right makes the grant and tells who asked") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    RightRequest request = f.wish();
    request.right = f.vouchers;
    request.contexts = {f.aalst, f.brugge};
    const TaskId id = f.asked(request);
    f.act_as(f.anna);
    const auto written = f.tasks.accept({.task = id, .until = day("2027-03-31"), .reason = "fine"});
    CHECK(written.changed);
    CHECK(written.item.state == TaskState::accepted);
    CHECK(written.item.subject == "g-1|g-2");
    CHECK(written.item.answer == "fine");
    CHECK(f.column("SELECT valid_from || ' ' || valid_until || ' ' || reason FROM right_grant") ==
          Lines{"2026-11-23 2027-03-31 new desk", "2026-11-23 2027-03-31 new desk"});
    CHECK(f.last_entry() == "task accept 1 fine");
    CHECK(f.notices().back() ==
          fmt::format("task.accept {} werk@example.be g-1@2027-03-31 g-2@2027-03-31 t-1",
                      f.lucas.id.text()));
    const std::string told = f.last_notice();
    CHECK(told.starts_with("Your request was granted\nDear Lucas Maes,"));
    CHECK(told.find("You now have:") != std::string::npos);
    CHECK(f.rights.access({.person = f.lucas.id, .right = f.vouchers}).size() == 2);
    CHECK(f.listed().empty());
    const std::string before = f.trace();
    CHECK_FALSE(f.tasks.accept({.task = id}).changed);
    CHECK(refused([&] { f.tasks.refuse({.task = id, .reason = "no"}); }) == "conflict id");
    CHECK(f.trace() == before);
    CHECK(f.sound() == "sound");
}

TEST_CASE("accepting a request for a working relation makes the relation") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    f.act_as(f.marc);
    const auto written = f.tasks.request_relation(f.wish_to_work());
    CHECK(written.item.at(0).title == "asks for a working relation as vaste medewerker");
    CHECK(f.notices().back() ==
          fmt::format("relation.request {} anna@example.be t-1", f.anna.id.text()));
    CHECK(f.column("SELECT after_image FROM audit_entry ORDER BY id DESC")
              .front()
              .find("marc@example.be") == std::string::npos);
    RelationRequest other = f.wish_to_work();
    other.category = Category::external;
    CHECK(refused([&] { f.tasks.request_relation(other); }) == "conflict category");
    CHECK_FALSE(f.tasks.request_relation(f.wish_to_work()).changed);
    f.act_as(f.anna);
    const auto accepted = f.tasks.accept({.task = TaskId::from_stored(1)});
    CHECK(accepted.item.subject == "r-2");
    CHECK(f.persons.get_relation(RelationId::from_stored(2)).email ==
          EmailAddress::parse("marc@example.be"));
    CHECK(f.notices().back() ==
          fmt::format("task.accept {} marc@example.be r-2@2036-11-23 t-1", f.marc.id.text()));
    f.act_as(f.marc);
    const auto again = f.tasks.request_relation(f.wish_to_work());
    CHECK_FALSE(again.changed);
    CHECK(again.remark == "it is there already: r-2");
    CHECK(f.sound() == "sound");
}

TEST_CASE("refusing tells who asked why, and makes nothing") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    f.act_as(f.anna);
    CHECK(refused([&] { f.tasks.refuse({.task = id}); }) == "usage reason");
    CHECK(refused([&] {
              f.tasks.refuse({.task = id, .until = day("2027-01-01"), .reason = "no"});
          }) == "usage until");
    const auto written = f.tasks.refuse({.task = id, .reason = "not his desk"});
    CHECK(written.item.state == TaskState::refused);
    CHECK(f.column("SELECT id FROM right_grant").empty());
    CHECK(f.last_entry() == "task refuse 1 not his desk");
    CHECK(f.notices().back() ==
          fmt::format("task.refuse {} werk@example.be t-1", f.lucas.id.text()));
    const std::string told = f.last_notice();
    CHECK(told.starts_with("Your request was refused\n"));
    CHECK(told.find("not his desk") != std::string::npos);
    CHECK_FALSE(f.tasks.refuse({.task = id, .reason = "again"}).changed);
    CHECK(refused([&] { f.tasks.accept({.task = id}); }) == "conflict id");
    CHECK(f.sound() == "sound");
}

TEST_CASE("only who administers the organisation answers, and his own request is marked") {
    TasksFixture f;
    f.hold_office(f.anna, "cochief", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    f.act_as(f.marc);
    CHECK(refused([&] { f.tasks.accept({.task = id}); }) == "not_allowed as");
    f.act_as(f.lucas);
    CHECK(refused([&] { f.tasks.accept({.task = id}); }) == "not_allowed as");
    CHECK(refused([&] { f.tasks.refuse({.task = id, .reason = "no"}); }) == "not_allowed as");
    CHECK(f.tasks.get(id).state == TaskState::open);
    f.hold_office(f.lucas, "manager", "");
    CHECK(f.tasks.accept({.task = id}).remark == "his own request");
    CHECK(f.last_entry() == "task accept-own 1");
    f.act_as_operator();
    RightRequest other = f.wish();
    other.right = f.drilling;
    other.contexts = {RoleCode::parse("lezer")};
    CHECK(f.tasks.accept({.task = f.asked(other)}).changed);
    CHECK(f.last_entry() == "task accept 2");
    CHECK(f.sound() == "sound");
}

TEST_CASE("a request that has become impossible is refused by the rules and stays open") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    f.persons.end_relation({.person = f.lucas.id, .org = f.org, .at_once = true});
    const std::string before = f.trace();
    CHECK(refused([&] { f.tasks.accept({.task = id}); }) == "rule person");
    CHECK(f.trace() == before);
    CHECK(f.tasks.get(id).state == TaskState::open);
    CHECK(f.tasks.refuse({.task = id, .reason = "left"}).changed);
}

TEST_CASE("what was asked from a day that is past begins on the day it is accepted") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    RightRequest request = f.wish();
    request.from = day("2026-11-23");
    request.until = day("2027-02-28");
    const TaskId id = f.asked(request);
    f.clock.set(Timestamp::parse("2026-12-01T10:00:00Z"));
    f.tasks.accept({.task = id});
    CHECK(f.column("SELECT valid_from || ' ' || valid_until FROM right_grant") ==
          Lines{"2026-12-01 2027-02-28"});
}

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

TEST_CASE("a request is not called done, and a task that asks for nothing is") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    const TaskId id = f.asked(f.wish());
    CHECK(said([&] { f.tasks.done({.task = id}); }) ==
          "t-1 is a request: it is accepted or refused; dcadmin task accept t-1, or dcadmin task "
          "refuse t-1 --reason …");
}

TEST_CASE("answers by file go through the same rules, one notice a person") {
    TasksFixture f;
    f.hold_office(f.anna, "chief", "anna@example.be");
    RightRequest second = f.wish();
    second.right = f.drilling;
    second.contexts = {RoleCode::parse("lezer")};
    const auto asked = run_rows<RightRequest>(
        {f.wish(), second, f.wish()}, {}, [&](const auto& rows, const auto& how, const auto& sink) {
            return f.tasks.request_right_rows(rows, how, sink);
        });
    CHECK(asked.states() == "applied applied unchanged");
    CHECK(f.notices().back() ==
          fmt::format("right.request {} anna@example.be t-1 t-2", f.anna.id.text()));
    const auto answered = run_rows<TaskAnswer>(
        {TaskAnswer{.task = TaskId::from_stored(1)}, TaskAnswer{.task = TaskId::from_stored(2)}},
        {}, [&](const auto& rows, const auto& how, const auto& sink) {
            return f.tasks.accept_rows(rows, how, sink);
        });
    CHECK(answered.states() == "applied applied");
    CHECK(f.column("SELECT id FROM right_grant").size() == 2);
    CHECK(f.sound() == "sound");
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

}  // namespace dcadmin::test
