// SPDX-License-Identifier: Apache-2.0
// How much a person at a terminal is asked before something is written, by how grave it is.
#include "cli/agreement.h"

#include "commands.h"
#include "desk.h"

#include <doctest/doctest.h>

#include <set>

using namespace dcadmin;
using test::Desk;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// A store with somebody who holds a right.
struct Office : Desk {
    Office() {
        variables["DCADMIN_STORE"] = "sqlite:office.db";
        for (const char* const line :
             {"store init", "org add --number 0566988259 --name Poetshulp",
              "right add --code afgiften-beheren --title-nl Afgiften --audience EA",
              "person add --number 85073003328 --first-name An --last-name Maes",
              "relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email "
              "a@example.be --phone 0470998866",
              "grant add --person p-1 --org 0566988259 --right afgiften-beheren"}) {
            const auto ran = run(line);
            CAPTURE(line);
            CAPTURE(ran.err);
            REQUIRE(ran.exit == 0);
        }
        terminal = true;
    }
    bool granted() {
        terminal = false;
        const auto list = run("grant list --state active -o csv --fields right").out;
        terminal = true;
        return has(list, "afgiften-beheren");
    }
};

constexpr std::string_view revoking =
    "grant revoke --person p-1 --org 0566988259 --right afgiften-beheren --reason weg";

}  // namespace

TEST_CASE("these are the grave commands, and each says so in its help") {
    std::set<std::string> grave;
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        const bool told = !cli::agreement_text(command).empty();
        CHECK(told == (command.severity == cli::Severity::grave));
        if (told) grave.insert(command.name());
        if (command.severity != cli::Severity::usual) CHECK(command.needs == cli::Needs::write);
    }
    CHECK(grave == std::set<std::string>{"account retire", "chief designate", "chief end",
                                         "customer erase", "key retire", "person erase",
                                         "signing rotate", "store migrate", "store reopen",
                                         "subsidiary deactivate"});
    Desk desk;
    CHECK(has(desk.run("person erase --help").out, "This is grave"));
    CHECK(has(desk.run("store migrate --help").out, "the word migrate is typed"));
    CHECK(has(desk.run("key retire --help").out, "the key is typed"));
    CHECK(!has(desk.run("grant add --help").out, "grave"));
}

TEST_CASE("a usual write is asked about, with options about its notices too") {
    Office office;
    for (const std::string_view more : {"", " --notify none", " --max-revoke 5"}) {
        const auto no = office.run(std::string(revoking) + std::string(more), "n\n");
        CAPTURE(no.err);
        CHECK(no.exit == 1);
        CHECK(has(no.err, "confirm? [y/N] "));
        CHECK(has(no.err, "not confirmed: nothing was changed"));
        CHECK(office.granted());
    }
    CHECK(!has(office.run(std::string(revoking) + " --dry-run").err, "confirm?"));
    CHECK(office.run(revoking, "y\n").exit == 0);
    CHECK(!office.granted());
}

TEST_CASE("who is erased is typed once more") {
    Office office;
    office.terminal = false;
    REQUIRE(office.run("relation end --person p-1 --org 0566988259 --at-once --reason weg").exit ==
            0);
    office.terminal = true;
    constexpr std::string_view erase = "person erase p-1 --reason gevraagd --force";
    const auto none = office.run(erase, "\n");
    CHECK(none.exit == 1);
    CHECK(has(none.err, "  person         p-1"));
    CHECK(has(none.err, "type the same person once more: "));
    const auto other = office.run(erase, "p-2\n");
    CHECK(other.exit == 2);
    CHECK(has(other.err, "typed differently the second time"));
    const auto yes = office.run(std::string(erase) + " --yes");
    CHECK(yes.exit == 2);
    CHECK(has(yes.err, "--yes is not enough"));
    CHECK(office.run(erase, "p-1\n").exit == 0);
}

TEST_CASE("a grave write without a number of its own wants its word typed") {
    Office office;
    const auto no = office.run("store migrate", "yes\n");
    CHECK(no.exit == 1);
    CHECK(has(no.err, "type migrate to confirm: "));
    CHECK(office.run("store migrate", "Migrate\n").exit == 0);
    CHECK(office.run("store migrate --yes").exit == 0);
    CHECK(office.run("store migrate --no-input").exit == 0);
    office.terminal = false;
    CHECK(office.run("store migrate").exit == 0);
}

TEST_CASE("a file that would end more grants than the limit wants their number typed") {
    Office office;
    office.write("end.csv", "person,org,right,reason\np-1,0566988259,afgiften-beheren,weg\n");
    constexpr std::string_view line = "grant revoke --file end.csv --max-revoke 0";
    const auto other = office.run(line, "2\n");
    CHECK(other.exit == 1);
    CHECK(has(other.err, "this would end 1 grants; type their number to go on: "));
    CHECK(office.granted());
    const auto unasked = office.run(std::string(line) + " --yes");
    CHECK(unasked.exit == 8);
    CHECK(has(unasked.err, "add --yes-revoke=1"));
    CHECK(office.granted());
    const auto meant = office.run(line, "1\n");
    CAPTURE(meant.err);
    CHECK(meant.exit == 0);
    CHECK(!office.granted());
}

TEST_CASE("what only reads, and what a timer does, asks nothing") {
    Office office;
    for (const char* const line : {"org list", "service advance", "issuance run --catch-up"}) {
        const auto ran = office.run(line);
        CAPTURE(line);
        CHECK(ran.exit == 0);
        CHECK(!has(ran.err, "[y/N]"));
    }
}
