// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <doctest/doctest.h>

using namespace dcadmin;

namespace {

/// What zsh is offered for the last word of the line.
std::string offered(test::Desk& desk, std::string_view line, std::string_view shell = "zsh") {
    auto words = test::words_of(line);
    if (line.ends_with(' ')) words.emplace_back();
    words.insert(words.begin(),
                 {"__complete", std::string(shell), std::to_string(words.size() - 1)});
    const auto ran = desk.run_words(words);
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    return ran.out;
}

}  // namespace

TEST_CASE("nouns, verbs and options are completed from the table") {
    test::Desk desk;
    CHECK(offered(desk, "dcadmin gr", "bash") == "grant\n");
    CHECK(offered(desk, "dcadmin grant ex", "bash") == "extend\nexplain\nexport\n");
    CHECK(offered(desk, "dcadmin -o json --org 0566988259 grant ex", "bash") ==
          "extend\nexplain\nexport\n");
    CHECK(offered(desk, "dcadmin grant list --st", "bash") == "--state\n--store\n");
    CHECK(offered(desk, "dcadmin grant add --skip", "bash") == "--skip-invalid\n");
    CHECK(offered(desk, "dcadmin pickup re", "bash") == "request\nrecur\n");
    CHECK(offered(desk, "dcadmin pickup recur s", "bash") == "set\nshow\n");
    CHECK(offered(desk, "dcadmin pickup recur set --on", "bash") == "--on\n--on-holiday\n--only\n");
    CHECK(offered(desk, "dcadmin gr").find("grant\trights granted to persons") == 0);
}

TEST_CASE("words that a value can be are completed") {
    test::Desk desk;
    CHECK(offered(desk, "dcadmin -o js", "bash") == "json\njsonl\n");
    CHECK(offered(desk, "dcadmin grant list --state a", "bash") == "active\n");
    CHECK(offered(desk, "dcadmin grant list --state=a", "fish") == "--state=active\t\n");
    CHECK(offered(desk, "dcadmin grant list --state = a", "bash") == "active\n");
    CHECK(offered(desk, "dcadmin grant list --fields id,na", "bash") == "id,name\n");
    CHECK(offered(desk, "dcadmin completion f", "bash") == "fish\n");
    CHECK(offered(desk, "dcadmin help bu", "bash") == "bulk\n");
    CHECK(offered(desk, "dcadmin config get st", "bash") ==
          "store\nstore_password_file\nstore_password_command\n");
    CHECK(offered(desk, "dcadmin grant add --file ", "bash") == ":files\n");
    desk.run("profile add work");
    CHECK(offered(desk, "dcadmin --profile w", "bash") == "work\n");
}

TEST_CASE("values are completed from the store, and a person's number never whole") {
    test::Desk desk;
    REQUIRE(desk.run("--store sqlite:demo.db store init --demo").exit == 0);
    desk.variables["DCADMIN_STORE"] = "sqlite:demo.db";
    const auto first = desk.run("person list --limit 1 --fields id,last_name,number -o jsonl").out;
    const auto name = first.substr(first.find("last_name\":\"") + 12, 3);
    const auto persons = offered(desk, "dcadmin grant list --person " + name);
    CHECK(persons.find("p-") == 0);
    CHECK(persons.find("-***.**") != std::string::npos);
    CHECK(offered(desk, "dcadmin grant add --right dienst").find("dienstencheques") !=
          std::string::npos);
    CHECK(!offered(desk, "dcadmin grant add --org ").empty());
    CHECK(!offered(desk, "dcadmin person show ").empty());
    CHECK(!offered(desk, "dcadmin --store sqlite : demo.db org show ", "bash").empty());
}

TEST_CASE("whatever fails, the shell is told nothing") {
    test::Desk desk;
    CHECK(offered(desk, "dcadmin grnt ") == "");
    CHECK(offered(desk, "dcadmin grant list --person x") == "");  // no store
    CHECK(offered(desk, "dcadmin --profile nobody grant list --org 0") == "");
    for (const auto& words :
         std::vector<std::vector<std::string>>{{"__complete"},
                                               {"__complete", "bash"},
                                               {"__complete", "bash", "x"},
                                               {"__complete", "bash", "99", "dcadmin"},
                                               {"__complete", "bash", "-1", "dcadmin"}}) {
        const auto ran = desk.run_words(words);
        CHECK(ran.exit == 0);
        CHECK(ran.err.empty());
        CHECK(ran.out.empty());
    }
}
