// SPDX-License-Identifier: Apache-2.0
// Plans one by one: rows that do not hold any more, files that are not whole, and what of a plan
// can be taken back.
#include "plan_office.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <string>
#include <string_view>

using namespace dcadmin::test;
using Office = PlanOffice;

TEST_CASE("a row that the store has overtaken is stale, and says what has changed") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,until\np-1,0566988259,raad,2028-01-01\n"
                 "p-4,0403019261,raad,2029-06-01\n");
    CHECK(office.run("grant extend --file rows.csv --plan p").exit == 0);
    office.must("grant extend --person p-1 --org 0566988259 --right raad --until 2027-12-01");
    const auto before = office.state() + office.log();
    const auto check = office.run("plan check p");
    CHECK(check.exit == 7);
    const auto stopped = office.run("apply p");
    CHECK(stopped.exit == 7);
    CHECK(has(stopped.err,
              "row 1: grant g-1: until: the plan expects 2027-03-01, the store has 2027-12-01\n"));
    CHECK(has(stopped.err, "nothing was changed\n"));
    CHECK(has(stopped.err, "dcadmin apply p --skip-stale\n"));
    CHECK(office.state() + office.log() == before);
    const auto others = office.run("apply p --skip-stale --outcome o.jsonl");
    CHECK(others.exit == 3);
    CHECK(has(others.err, "1 applied, 1 stale\n"));
    CHECK(has(office.read("o.jsonl"), R"("_row":1,"_state":"rejected","_code":"conflict")"));
    CHECK(has(office.read("o.jsonl"), R"("_row":2,"_state":"applied")"));
    CHECK(office.run("grant show g-5 -o csv --fields until").out == "until\r\n2029-06-01\r\n");
}

TEST_CASE("a row that is refused meanwhile is stale") {
    Office office;
    CHECK(office
              .run("grant add --person p-6 --org 0566988259 --right raad --until 2028-01-01 "
                   "--plan p")
              .exit == 0);
    office.must("relation end --person p-6 --org 0566988259 --at-once");
    const auto ran = office.run("apply p");
    CHECK(ran.exit == 7);
    CHECK(has(ran.err, "row 1: the plan has it done, now the working relation"));
}

TEST_CASE("what somebody else did in another way is stale too") {
    Office office;
    CHECK(office.run("grant add --person p-6 --org 0566988259 --right raad --plan p").exit == 0);
    office.must(
        "grant add --person p-6 --org 0566988259 --right raad --from 2026-11-01 --until "
        "2027-01-01");
    const auto ran = office.run("apply p");
    CHECK(ran.exit == 7);
    CHECK(has(ran.err,
              "row 1: the plan has it done, now p-6 has right 'raad' already from 01/11/2026 to "
              "01/01/2027"));
}

TEST_CASE("a plan that was cut short or changed is refused") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,until\np-5,0403019261,raad,2028-01-01\n"
                 "p-6,0566988259,raad,2028-01-01\np-6,0403019261,raad,2028-01-01\n");
    REQUIRE(has(office.run("grant add --file rows.csv --plan p.plan").err, "plan: p.plan\n"));
    struct stat there {};
    REQUIRE(stat("p.plan", &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
    const auto whole = office.read("p.plan");
    const auto refused = [&](const std::string& text, int exit, std::string_view why) {
        office.write("bad.plan", text);
        for (const auto* verb : {"apply", "plan show", "plan check", "plan invert"}) {
            const auto ran = office.run(fmt::format("{} bad.plan", verb));
            CAPTURE(ran.err);
            CHECK(ran.exit == exit);
            CHECK(has(ran.err, why));
        }
    };
    const auto last = whole.rfind('\n', whole.size() - 2) + 1;
    refused(whole.substr(0, last), 9, "is cut short");
    refused(whole.substr(0, whole.size() - 1), 9, "is cut short");
    refused(whole.substr(0, whole.size() / 2), 9, "is cut short");
    auto edited = whole;
    edited.replace(edited.find("p-", 400), 3, "p-9");
    refused(edited, 9, "was changed after it was made");
    const auto second = whole.find('\n') + 1;
    refused(whole.substr(0, second) + whole.substr(whole.find('\n', second) + 1), 9,
            "another number of rows");
    auto newer = whole;
    newer.replace(newer.find("\"plan\":1"), 8, "\"plan\":2");
    refused(newer, 2, "of a plan of version 2, not 1");
    refused("person,org\n", 2, "is no plan that can be read");
    refused(R"({"plan":1,"plan":1})"
            "\n",
            2, "has the key 'plan' twice");
}

TEST_CASE("rows that the plan rejects are left out when that is said") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,until\np-6,0566988259,raad,2028-01-01\n"
                 "p-99,0566988259,raad,2028-01-01\n");
    const auto plan = office.run("grant add --file rows.csv --plan p");
    CHECK(plan.exit == 2);
    CHECK(has(plan.err, "to do the others: dcadmin apply p --skip-stale\n"));
    const auto refused = office.run("apply p");
    CHECK(refused.exit == 2);
    CHECK(has(refused.err, "1 of the plan's 2 rows were rejected"));
    const auto others = office.run("apply p --skip-stale");
    CHECK(others.exit == 3);
    CHECK(has(others.err, "1 applied, 1 left out that the plan rejects\n"));
}

TEST_CASE("persons and rights are taken back to what they were; what stays is named") {
    Office office;
    const auto before = office.state();
    CHECK(office.run("person update p-1 --last-name Maes --email new@example.be --plan p").exit ==
          0);
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.state() != before);
    CHECK(office.run("plan invert p --plan back").exit == 0);
    CHECK(office.run("apply back").exit == 0);
    CHECK(office.state() == before);
    const auto right = office.run("right show raad -o csv").out;
    CHECK(office.run("right update raad --max-term 2y --default-term 1y --plan q").exit == 0);
    CHECK(office.run("apply q").exit == 0);
    CHECK(office.run("plan invert q --plan back").exit == 0);
    CHECK(office.run("apply back").exit == 0);
    CHECK(office.run("right show raad -o csv").out == right);

    CHECK(office.run("person update p-1 --phone 012345678 --plan p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto lasting = office.run("plan invert p --plan back");
    CHECK(lasting.exit == 3);
    CHECK(has(lasting.err, "row 1: phone was empty, and is not emptied again\n"));
    CHECK(office.run("org add --number 0200065765 --name Drie --plan p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto stays = office.run("plan invert p --plan back");
    CHECK(stays.exit == 3);
    CHECK(has(stays.err, "row 1: what 'org add' does stays: nothing is ever deleted\n"));
}

TEST_CASE("a new person's hidden fields do not make a row stale") {
    Office office;
    CHECK(office
              .run(fmt::format("person add --number {} --first-name An --last-name Nieuw "
                               "--email an@example.be --plan p",
                               number_of(50)))
              .exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto again = office.run("apply p");
    CHECK(again.exit == 0);
    CHECK(has(again.err, "0 applied, 1 unchanged\n"));
}

TEST_CASE("rows that refer to records of earlier rows hold") {
    Office office;
    office.write("orgs.csv",
                 "number,name,parent\n0200065765,Moeder,\n0777999980,Dochter,0200065765\n");
    CHECK(office.run("org add --file orgs.csv --plan p").exit == 0);
    CHECK(has(office.read("p"), R"("parent":"row 1")"));
    office.must("org add --number 0244195916 --name Tussenin");  // takes the id that was made up
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    office.check_whole();
}

TEST_CASE("a plan that is shown shows no whole national number, and a check takes rejected rows") {
    Office office;
    office.write("rows.csv", fmt::format("person,org,right,until\n{},0566988259,raad,2028-01-01\n"
                                         "p-99,0566988259,raad,2028-01-01\n",
                                         number_of(6)));
    CHECK(office.run("grant add --file rows.csv --plan p").exit == 2);
    const auto shown = office.run("plan show p -o jsonl");
    CHECK(shown.exit == 0);
    CHECK(has(shown.out, "person=80.01.01-***.**"));
    CHECK_FALSE(has(shown.out, number_of(6)));
    const auto check = office.run("plan check p");
    CHECK(check.exit == 3);
    CHECK(has(check.err, "would be: 1 applied, 1 left out that the plan rejects\n"));
}

TEST_CASE("the plan that takes one back ends as many grants as that one made, whatever the limit") {
    Office office;
    CHECK(office.run("grant add --person p-6 --org 0566988259 --right raad --plan p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.run("plan invert p --plan back").exit == 0);
    CHECK(has(office.read("back"), R"("yes_revoke":"1")"));
    CHECK(office.run("apply back --max-revoke 0").exit == 0);
}

TEST_CASE("a plan means the same on the day after, for rows that leave out their period too") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,from,until\np-6,0566988259,raad,,\np-5,0403019261,raad,,\n");
    REQUIRE(office.run("grant add --file rows.csv --plan grants").exit == 0);
    office.must("org add --number 0428759497 --name Nieuw");
    REQUIRE(office
                .run("relation add --person p-6 --org 0428759497 --category vaste --email "
                     "j@example.be --phone 012345678 --plan relations")
                .exit == 0);
    office.variables["DCADMIN_NOW"] = "2026-11-25T13:00:00Z";
    for (const auto* plan : {"grants", "relations"}) {
        CAPTURE(plan);
        const auto applied = office.run(fmt::format("apply {}", plan));
        CAPTURE(applied.err);
        CHECK(applied.exit == 0);
        CHECK(has(office.run(fmt::format("apply {}", plan)).err, "0 applied"));
    }
    CHECK(has(office.run("grant list --person p-6 -o csv --fields from,until").out,
              "2026-11-23,2030-11-23"));
    CHECK(has(office.run("relation list --org 0428759497 -o csv --fields from,until").out,
              "2026-11-23,2036-11-23"));
}
