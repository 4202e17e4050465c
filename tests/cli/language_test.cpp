// SPDX-License-Identifier: Apache-2.0
// Which language a run speaks. What it then says stands in golden/language.*.
#include "desk.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <string>

using dcadmin::test::Desk;

namespace {

constexpr auto english = "dcadmin: which command?\nhint: see: dcadmin help\n";
constexpr auto dutch = "dcadmin: welk commando?\ntip: zie: dcadmin help\n";
constexpr auto french = "dcadmin: quelle commande ?\nconseil : voir : dcadmin help\n";

}  // namespace

TEST_CASE("the locale of the environment says the language, whether or not it is installed") {
    Desk desk;
    CHECK(desk.run("").err == english);
    desk.variables["LANG"] = "fr_BE.UTF-8";
    CHECK(desk.run("").err == french);
    desk.variables["LC_MESSAGES"] = "nl_BE.UTF-8";
    CHECK(desk.run("").err == dutch);
    desk.variables["LC_ALL"] = "C.UTF-8";
    CHECK(desk.run("").err == english);
    desk.variables["LC_ALL"] = "";
    CHECK(desk.run("").err == dutch);
    desk.variables["LC_MESSAGES"] = "de_BE.UTF-8";  // no German is there
    CHECK(desk.run("").err == english);
}

TEST_CASE(
    "the option goes before the variable, that before the profile, and that before the locale") {
    Desk desk;
    desk.variables["LC_ALL"] = "en_GB.UTF-8";
    CHECK(desk.run("config set lang fr").exit == 0);
    CHECK(desk.run("").err == french);
    desk.variables["DCADMIN_LANG"] = "nl";
    CHECK(desk.run("").err == dutch);
    CHECK(desk.run("--lang fr").err == french);
    CHECK(desk.run("--lang=en").err == english);
    desk.variables["DCADMIN_LANG"] = "xx";
    CHECK(desk.run("").err == english);
    CHECK(desk.run("config set lang xx").exit == 2);
}

TEST_CASE("the language of one run is not that of the next") {
    Desk desk;
    CHECK(desk.run("--lang nl").err == dutch);
    CHECK(desk.run("").err == english);
}

TEST_CASE("help and what the library refuses are in the language, with their values") {
    Desk desk;
    CHECK(desk.run("store init").exit == 0);
    CHECK(desk.run("--lang nl help person").out.starts_with("person: personen\n"));
    CHECK(desk.run("--lang fr help").out.find("\noptions de chaque commande:\n") !=
          std::string::npos);
    const std::string command =
        "relation add --person p-99 --org 0566.988.259 --audience EA --email an@example.be "
        "--phone 0470123456 --category 'vaste medewerker'";
    CHECK(
        desk.run(command + " --lang nl")
            .err.starts_with("dcadmin: er is geen organisatie 0566.988.259 in de gegevensbank\n"));
    CHECK(desk.run(command + " --lang fr")
              .err.starts_with("dcadmin: il n'y a pas d'organisation 0566.988.259 dans la base de "
                               "données\n"));
    CHECK(
        desk.run(command).err.starts_with("dcadmin: no organisation 0566.988.259 in the store\n"));
}

TEST_CASE("what is wrong with a store is said in the language") {
    Desk desk;
    REQUIRE(desk.run("store init").exit == 0);
    REQUIRE(desk.run("org add --number 0566.988.259 --name Zon").exit == 0);
    SQLite::Database(desk.path("data/dcadmin/dcadmin.db"), SQLite::OPEN_READWRITE)
        .exec("UPDATE audit_chain SET length = length + 1 WHERE organisation_id IS NULL");
    const auto dutch_check = desk.run("store check --lang nl");
    CHECK(dutch_check.exit == 9);
    CHECK(dutch_check.out.find("een keten is zo lang als haar regels") != std::string::npos);
    CHECK(dutch_check.out.find("keten 1 zegt ") != std::string::npos);
    CHECK(
        desk.run("store check --lang fr").out.find("une chaîne est aussi longue que ses entrées") !=
        std::string::npos);
    CHECK(desk.run("audit verify --lang nl").err.find("de keten zegt dat") != std::string::npos);
    CHECK(desk.run("audit verify --problems -o json --lang fr").out.find("la chaîne dit avoir") !=
          std::string::npos);
}

TEST_CASE("completion explains in the user's language, and the manual stays English") {
    Desk desk;
    desk.variables["LC_MESSAGES"] = "fr_BE.UTF-8";
    CHECK(desk.run("__complete zsh 1 dcadmin pers").out == "person\tpersonnes (personen)\n");
    CHECK(desk.run("__manual .").exit == 0);
    CHECK(desk.read("dcadmin.1").find("persons (personen)") != std::string::npos);
}
