// SPDX-License-Identifier: Apache-2.0
// What a command asks for on a terminal when the line does not say it.
#include "desk.h"

#include <doctest/doctest.h>

using namespace dcadmin;

namespace {

struct AtTerminal : test::Desk {
    AtTerminal() {
        variables["DCADMIN_STORE"] = "sqlite:asked.db";
        variables["DCADMIN_NOW"] = "2026-11-29T10:00:00Z";
        for (const auto* line : {
                 "store init",
                 "org add --number 0566988259 --name 'Zorg Thuis'",
                 "org add --number 0400349088 --name 'De Strijkerij'",
                 "person add --number 85073003328 --first-name Käthe --last-name 'De Smet'",
                 "person add --number 93051822361 --first-name Lucas --last-name Maes",
                 "relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email "
                 "k@x.be --phone +3253123456",
                 "right add --code bos --title-nl 'ANB eLoket' --audience EA",
                 "right add --code zone --title-nl Dienstencheques --audience EA",
             }) {
            REQUIRE(run(line).exit == 0);
        }
        terminal = true;
    }
};

}  // namespace

TEST_CASE("what a command needs is asked for, with numbered values to choose from") {
    AtTerminal desk;
    const auto ran = desk.run("grant add --yes", "kathe\n1\n2\n");
    CHECK(ran.exit == 0);
    CHECK(ran.err.find("'grant add' needs some more; an empty answer stops\n"
                       "   1  p-1  Käthe De Smet, 85.07.30-***.**\n"
                       "   2  p-2  Lucas Maes, 93.05.18-***.**\n"
                       "person, who:   p-1  Käthe De Smet, 85.07.30-***.**\n"
                       "   1  0566988259  Zorg Thuis\n"
                       "org, for which organisation:    1  bos   ANB eLoket\n"
                       "   2  zone  Dienstencheques\n"
                       "right, which right: ") == 0);
    CHECK(desk.run("grant list --person p-1 --fields right -o jsonl").out ==
          "{\"right\":\"zone\"}\n");
}

TEST_CASE("a wrong answer is told and asked again; letters show what has them") {
    AtTerminal desk;
    const auto ran = desk.run("org show", "0566988258\nz\nhuis\n");
    CHECK(ran.exit == 0);
    CHECK(ran.err.find("check digits") != std::string::npos);
    CHECK(ran.err.find("number, its enterprise number:   0566988259  Zorg Thuis\n") !=
          std::string::npos);
    CHECK(ran.out.find("Zorg Thuis") != std::string::npos);
    CHECK(desk.run("right show", "nothing\nbos\n").err.find("nothing here has 'nothing'") !=
          std::string::npos);
}

TEST_CASE("words of a list are numbered too, and days may be written as they are") {
    AtTerminal desk;
    const auto ran =
        desk.run("relation add --yes --person p-2 --org 0566988259", "vaste medewerker\n");
    CHECK(ran.err.find("  1  ambtenaar\n") != std::string::npos);
    CHECK(desk.run("relation extend --yes --person p-1 --org 0566988259", "29.11.2027\n")
              .err.find("1  2026-11-29  today") != std::string::npos);
}

TEST_CASE("an empty answer, or the end of input, is the usual refusal") {
    AtTerminal desk;
    for (const std::string_view input : {"\n", ""}) {
        const auto ran = desk.run("org show", input);
        CHECK(ran.exit == 2);
        CHECK(ran.err.find("'org show' needs a ORG") != std::string::npos);
    }
}

TEST_CASE("nobody is asked with --no-input, without a terminal, or for a file") {
    AtTerminal desk;
    CHECK(desk.run("org show --no-input", "1\n").err.find("an empty answer") == std::string::npos);
    desk.write("grants.csv", "person,org\np-1,0566988259\n");
    const auto file = desk.run("grant add --yes --file grants.csv", "zone\n");
    CHECK(file.exit == 2);
    CHECK(file.err.find("an empty answer") == std::string::npos);
    desk.terminal = false;
    const auto ran = desk.run("org show", "1\n");
    CHECK(ran.exit == 2);
    CHECK(ran.err.find("an empty answer") == std::string::npos);
}
