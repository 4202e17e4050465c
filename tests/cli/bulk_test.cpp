// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

using namespace dcadmin;
using test::Desk;

namespace {

/// A desk with an empty store.
struct Office : Desk {
    Office() {
        variables["DCADMIN_STORE"] = "sqlite:office.db";
        REQUIRE(run("store init").exit == 0);
    }
    std::string orgs() { return run("org list -o csv --fields number,name --sort number").out; }
};

constexpr std::string_view three =
    "number,name\n0566988259,Een\n0403019261,Twee\n0200065765,Drie\n";

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a file does what as many commands would do, and a second time nothing") {
    Office office;
    office.write("orgs.csv", three);
    const auto ran = office.run("org add --file orgs.csv");
    CHECK(ran.exit == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err == "3 applied\noutcome: orgs.outcome.csv\n");
    CHECK(office.read("orgs.outcome.csv") ==
          "number,name,_row,_state,_code,_message,_id\n"
          "0566988259,Een,1,applied,,,0566988259\n"
          "0403019261,Twee,2,applied,,,0403019261\n"
          "0200065765,Drie,3,applied,,,0200065765\n");
    const auto again = office.run("org add --file orgs.csv");
    CHECK(again.exit == 0);
    CHECK(again.err == "0 applied, 3 unchanged\noutcome: orgs.outcome.csv\n");
    CHECK(office.run("org add --file orgs.outcome.csv").exit == 0);  // an outcome is input again
}

TEST_CASE("an outcome file is its owner's alone") {
    Office office;
    office.write("orgs.csv", three);
    CHECK(office.run("org add --file orgs.csv").exit == 0);
    struct stat there {};
    REQUIRE(stat("orgs.outcome.csv", &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
}

TEST_CASE(
    "one bad row stops the file, every bad row is named by line and column, nothing changes") {
    Office office;
    office.write("orgs.csv",
                 "name;number;x_note\nEen;0566988259;a\nTwee;0403019262;b\n;0200065765;c\n");
    const auto ran = office.run("org add --file orgs.csv");
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "line 3, column 2 (number): "));
    CHECK(has(ran.err,
              "line 4, column 1 (name): no register knows a name of organisation 0200.065.765"));
    CHECK(has(ran.err, "nothing was changed\n"));
    CHECK(has(ran.err, "correct these rows, then: dcadmin org add --file orgs.csv\n"));
    CHECK(office.orgs() == "number,name\r\n");
    const auto outcome = office.read("orgs.outcome.csv");
    CHECK(has(outcome, "name;number;x_note;_row;_state;_code;_message;_id\n"));
    CHECK(has(outcome, "Een;0566988259;a;1;not_attempted;;;\n"));
    CHECK(has(outcome, ";0200065765;c;3;rejected;rule;"));
}

TEST_CASE(
    "with --skip-invalid the good rows are done, and the bad ones can be corrected in the "
    "outcome") {
    Office office;
    office.write("orgs.csv", "number,name\n0566988259,Een\n0403019262,Twee\n");
    const auto ran = office.run("org add --file orgs.csv --skip-invalid");
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, "1 applied, 1 rejected\n"));
    CHECK(has(ran.err,
              "then: dcadmin org add --skip-invalid --file orgs.outcome.csv --only rejected\n"));
    auto outcome = office.read("orgs.outcome.csv");
    outcome.replace(outcome.find("0403019262"), 10, "0403019261");
    office.write("orgs.outcome.csv", outcome);
    const auto rest = office.run("org add --skip-invalid --file orgs.outcome.csv --only rejected");
    CHECK(rest.exit == 0);
    CHECK(rest.err == "1 applied\noutcome: orgs.outcome-2.csv\n");
    CHECK(office.orgs() == "number,name\r\n0403019261,Twee\r\n0566988259,Een\r\n");
}

TEST_CASE("--only needs an outcome file") {
    Office office;
    office.write("orgs.csv", three);
    const auto ran = office.run("org add --file orgs.csv --only rejected");
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "_state"));
}

TEST_CASE("a dry run judges all and changes nothing") {
    Office office;
    office.write("orgs.csv", three);
    const auto ran = office.run("org add --file orgs.csv --dry-run");
    CHECK(ran.exit == 0);
    CHECK(ran.err == "would be: 3 applied\nto do it: dcadmin org add --file orgs.csv\n");
    CHECK(!std::filesystem::exists("orgs.outcome.csv"));
    CHECK(office.orgs() == "number,name\r\n");
    CHECK(office.run("org add --file orgs.csv --dry-run --outcome judged.csv").exit == 0);
    CHECK(has(office.read("judged.csv"), "0566988259,Een,1,applied"));
    CHECK(office.run("org add --number 0566988259 --name Een --dry-run").exit == 0);
    CHECK(office.orgs() == "number,name\r\n");
}

TEST_CASE("columns go by their Dutch names, in any case, and the line says what rows do not") {
    Office office;
    office.write("orgs.csv", "Ondernemingsnummer\tNAAM\n0566.988.259\tEen\n");
    CHECK(office.run("org add --file orgs.csv --language fr").exit == 0);
    CHECK(office.run("org show 0566988259 -o csv --fields number,name,parent,language").out ==
          "number,name,parent,language\r\n0566988259,Een,,fr\r\n");
}

TEST_CASE("columns that are unknown, missing or there twice are refused, naming the nearest") {
    Office office;
    const auto refusal = [&](std::string_view text) {
        office.write("bad.csv", text);
        const auto ran = office.run("org add --file bad.csv");
        CHECK(ran.exit == 2);
        return ran.err;
    };
    CHECK(has(refusal("number,nam\n1,x\n"), "no column 'nam'\nhint: did you mean 'name'?"));
    CHECK(has(refusal("name\nx\n"), "the column 'number' (ondernemingsnummer, nummer) is missing"));
    CHECK(has(refusal("number,name,naam\n1,x,y\n"), "the column 'name' stands twice (as 'naam')"));
    CHECK(has(refusal(""), "is empty"));
}

TEST_CASE("standard input is a file too, and leaves no outcome unless one is named") {
    Office office;
    CHECK(office.run("org add --file -", three).exit == 0);
    CHECK(has(office.orgs(), "Drie"));
    for (const auto& entry : std::filesystem::directory_iterator(office.folder())) {
        CHECK(!has(entry.path().filename().string(), "outcome"));
    }
    CHECK(office.run("org add --file - --outcome out.csv", three).exit == 0);
    CHECK(has(office.read("out.csv"), "unchanged"));
}

TEST_CASE("JSON lines are requests too, and their outcome is JSON lines") {
    Office office;
    office.write("orgs.jsonl",
                 "{\"number\":\"0566988259\",\"name\":\"Een\",\"x_mine\":1}\n"
                 "{\"naam\":\"Twee\",\"nummer\":\"0403019262\"}\n"
                 "{\"number\":\"0403019261\",\"nam\":\"x\"}\nnonsense\n");
    const auto ran = office.run("org add --file orgs.jsonl --skip-invalid");
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, "line 2, nummer: "));
    CHECK(has(ran.err, "line 3: no column 'nam'; did you mean 'name'?\n"));
    CHECK(has(ran.err, "line 4: is not JSON"));
    const auto outcome = office.read("orgs.outcome.jsonl");
    CHECK(has(outcome,
              "{\"number\":\"0566988259\",\"name\":\"Een\",\"x_mine\":1,\"_row\":1,\"_state\":"
              "\"applied\","
              "\"_code\":null,\"_message\":\"\",\"_id\":\"0566988259\"}\n"));
    CHECK(has(outcome,
              "{\"x_line\":\"nonsense\",\"_row\":4,\"_state\":\"rejected\",\"_code\":\"usage\""));
    CHECK(office.run("org add --file orgs.outcome.jsonl --only applied").exit == 0);
}

TEST_CASE("a file that breaks half-way changes nothing, even when bad rows may be skipped") {
    Office office;
    office.write("orgs.csv", "number,name\n0566988259,Een\n0403019261,\"Twee\n");
    const auto ran = office.run("org add --file orgs.csv --skip-invalid");
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "the file ends within quotes"));
    CHECK(office.orgs() == "number,name\r\n");
}

TEST_CASE("a row with several mistakes names each of them, with its column") {
    Office office;
    office.write("many.csv",
                 "person,org,right,until\n"
                 "85.07.30-033.29,0566988259,,31/02/2026\n");
    const auto ran = office.run("grant add --file many.csv");
    CHECK(ran.exit == 2);
    CHECK(ran.err.starts_with("line 2, column 1 (person): "));
    CHECK(has(ran.err, "; column 4 (until): '31/02/2026' is not a date"));
    CHECK(has(ran.err, "; column 3 (right): right is missing\n"));
}

TEST_CASE("the first hundred bad rows are printed, all are in the outcome") {
    Office office;
    std::string text = "number,name\n";
    for (int i = 0; i < 150; ++i) text += "bad,x\n";
    office.write("orgs.csv", text);
    const auto ran = office.run("org add --file orgs.csv");
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "line 101, column 1 (number)"));
    CHECK(!has(ran.err, "line 102, column 1 (number)"));
    CHECK(has(ran.err, "and 50 more in orgs.outcome.csv\n"));
    const auto outcome = office.read("orgs.outcome.csv");
    CHECK(std::count(outcome.begin(), outcome.end(), '\n') == 151);
}

TEST_CASE("for programs the run is an object on stdout and bad rows are objects on stderr") {
    Office office;
    office.write("orgs.csv", "number,name\n0566988259,Een\nbad,x\n");
    const auto ran = office.run("org add --file orgs.csv --skip-invalid -o json --quiet");
    CHECK(ran.exit == 3);
    CHECK(ran.out ==
          "{\"run\":{\"applied\":1,\"unchanged\":0,\"rejected\":1,\"failed\":0,\"unknown\":0,\"not_"
          "attempted\":0,"
          "\"dry_run\":false,\"committed\":true,\"outcome\":\"orgs.outcome.csv\"}}\n");
    CHECK(has(ran.err, "{\"error\":{\"kind\":\"usage\",\"message\":\"line 3, column 1 (number): "));
}

TEST_CASE("options about files need a file, and an outcome needs a place of its own") {
    Office office;
    office.write("orgs.csv", three);
    CHECK(has(office.run("org add --number 0566988259 --name x --skip-invalid").err,
              "--skip-invalid is about a file"));
    CHECK(has(office.run("org add --file orgs.csv --outcome orgs.csv").err,
              "must be another than the input"));
    CHECK(office.run("org add --file orgs.csv --outcome nowhere/x.csv").exit == 1);
    CHECK(office.orgs() == "number,name\r\n");
    CHECK(office.run("org add --file orgs.csv --outcome /dev/null").exit == 0);
    CHECK(office.run("org list --file orgs.csv").exit == 2);
}

TEST_CASE("on a terminal a single write is shown and asked about once") {
    Office office;
    office.terminal = true;
    const auto no = office.run("org add --number 0566988259 --name Een", "n\n");
    CHECK(no.exit == 1);
    CHECK(has(no.err, "number         0566.988.259"));
    CHECK(has(no.err, "confirm? [y/N] "));
    CHECK(has(no.err, "nothing was changed"));
    CHECK(!has(office.orgs(), "Een"));
    CHECK(office.run("org add --number 0566988259 --name Een", "ja\n").exit == 0);
    CHECK(!has(office.run("org add --number 0566988259 --name Een --yes").err, "confirm"));
    CHECK(!has(office.run("org add --number 0566988259 --name Een --no-input").err, "confirm"));
}

TEST_CASE("numbers of a file are judged one a line, masked unless revealed") {
    Desk desk;
    desk.write("numbers.csv",
               "nummer;x\n85.07.30-033.28;1\n\"0566988259\";2\n\n85.07.30-033.29\r\n");
    const auto ran = desk.run("number check --file numbers.csv -o csv");
    CHECK(ran.exit == 3);
    CHECK(has(ran.out,
              "input,kind,valid,reason,formatted,birth_date,sex\r\n"
              "85.07.30-***.**,national,true,,85.07.30-***.**,1985-07-30,M\r\n"
              "0566988259,enterprise,true,,0566.988.259,,\r\n"
              "85.07.30-***.**,"));
    CHECK(!has(ran.out, "033"));
    CHECK(has(desk.run("number check --file numbers.csv -o csv --reveal").out,
              "85.07.30-033.28,national"));
    CHECK(desk.run("number check 0566988259").exit == 0);
    CHECK(desk.run("number check 0566988258").exit == 2);
    CHECK(desk.run("number check").exit == 2);
}

TEST_CASE("a field that there is not is refused before anything is changed") {
    Office office;
    office.write("orgs.csv", three);
    for (const auto* line :
         {"org add --number 0566988259 --name Een --fields naam",
          "org add --number 0566988259 --name Een --fields naam --dry-run -o json",
          "org add --file orgs.csv -o json --fields naam"}) {
        CAPTURE(line);
        const auto ran = office.run(line);
        CHECK(ran.exit == 2);
        CHECK(has(ran.err, "no field 'naam'"));
        CHECK(office.orgs() == "number,name\r\n");
    }
}
