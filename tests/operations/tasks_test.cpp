// SPDX-License-Identifier: Apache-2.0
#include "tasks_fixture.h"

#include <doctest/doctest.h>

namespace dcadmin::test {

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
    CHECK(told.starts_with("Een aanvraag wacht op uw antwoord\nBeste Anna Peeters,"));
    CHECK(told.find("t-1: Lucas Maes vraagt gebruikersrecht 'Recht dienstencheques' voor ") !=
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
    CHECK(
        said([&] { f.tasks.request_right(request); }) ==
        "organisation " + f.org.formatted() +
            " has no administrator with an e-mail address, so nobody would see the request; its "
            "chief access administrator must be designated first: dcadmin chief designate --org " +
            f.org.digits());
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
    CHECK(told.starts_with("Uw aanvraag werd goedgekeurd\nBeste Lucas Maes,"));
    CHECK(told.find("U hebt nu:") != std::string::npos);
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
    CHECK(told.starts_with("Uw aanvraag werd geweigerd\n"));
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

}  // namespace dcadmin::test
