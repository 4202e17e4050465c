// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace dcadmin;
using test::Desk;

namespace {

// A desk with somebody whose name, address and number would be seen in any file that held them.
struct Office : Desk {
    Office() {
        variables["DCADMIN_STORE"] = "sqlite:office.db";
        REQUIRE(run("store init").exit == 0);
        REQUIRE(run("org add --number 0566988259 --name Poetshulp").exit == 0);
        REQUIRE(run("person add --number 85073003328 --first-name Wies --last-name Zwaluwenberg "
                    "--email wies@zwaluw.example --phone 0470998877")
                    .exit == 0);
        REQUIRE(run("relation add --person 85073003328 --org 0566988259 --category vaste "
                    "--email desk@zwaluw.example --phone 0470998866")
                    .exit == 0);
        REQUIRE(run("relation end --person 85073003328 --org 0566988259 --at-once --reason gone")
                    .exit == 0);
    }
    // Every file of the store together.
    std::string bytes() {
        std::string all;
        for (const auto& entry : std::filesystem::directory_iterator(folder())) {
            all += read(entry.path().filename().string());
        }
        return all;
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no byte of an erased person's name or address is left in the store's files") {
    Office office;
    REQUIRE(has(office.bytes(), "waluw"));
    CHECK(office.run("person erase p-1 --confirm p-1 --reason asked --force").exit == 0);
    const auto left = office.bytes();
    CHECK_FALSE(has(left, "waluw"));
    CHECK_FALSE(has(left, "0470998877"));
    CHECK_FALSE(has(left, "+32470998877"));
    CHECK(office.run("audit verify").exit == 0);
    CHECK(office.run("store check").exit == 0);
}

TEST_CASE("erasing wants the person typed twice, the same each time") {
    Office office;
    const auto other = office.run("person erase p-1 --confirm p-2 --reason asked --force");
    CHECK(other.exit == 2);
    CHECK(has(other.err, "typed differently"));
    CHECK(office.run("person erase p-1 --reason asked --force --yes").exit == 2);
    CHECK(office.run("person show p-1").exit == 0);
}

TEST_CASE("a file of leavers is only judged without --yes") {
    Office office;
    REQUIRE(
        office.run("person add --number 93051822361 --first-name Lucas --last-name Maes").exit ==
        0);
    REQUIRE(office
                .run("relation add --person 93051822361 --org 0566988259 --category vaste "
                     "--email l@example.be --phone 0470998866")
                .exit == 0);
    office.write("leavers.csv", "person;reason\n93051822361;pensioen\n");
    const auto judged = office.run("person leave --file leavers.csv");
    CHECK(judged.exit == 0);
    CHECK(has(judged.err, "judged only: nothing is changed without --yes"));
    CHECK(has(office.run("relation list --state active -o csv").out, "Maes"));
    CHECK(office.run("person leave --file leavers.csv --yes").exit == 0);
    CHECK(has(office.run("audit list --action relation.end -o csv").out, "pensioen"));
}
