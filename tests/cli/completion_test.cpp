// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "commands.h"
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
    CHECK(offered(desk, "dcadmin grant add --file ", "bash") == ":files\t\n");
    desk.run("profile add work");
    CHECK(offered(desk, "dcadmin --profile w", "bash") == "work\n");
}

TEST_CASE("of several values in one word the last is completed, and none is offered twice") {
    test::Desk desk;
    CHECK(offered(desk, "dcadmin service list --status 'registered|dis", "zsh") ==
          "registered|disputed\t\n");
    CHECK(offered(desk, "dcadmin company update --activity household --activity ", "bash") ==
          "shopping\nironing\ntransport\n");
    CHECK(offered(desk, "dcadmin grant list --person p-1 --pers", "bash").empty());
    CHECK(offered(desk, "dcadmin account add x --operation gran", "bash") == "grant\n");
}

TEST_CASE("days and months are offered from today on") {
    test::Desk desk;
    desk.variables["DCADMIN_NOW"] = "2026-11-29T10:00:00Z";
    CHECK(offered(desk, "dcadmin expiring --at ") ==
          "2026-11-29\ttoday\n2026-11-30\ttomorrow\n2026-11-28\tyesterday\n"
          "2026-12-31\tend of this year\n");
    CHECK(offered(desk, "dcadmin pickup invoice --month 2026-1", "bash") ==
          "2026-11  (this month)\n2026-10  (last month)\n");
}

TEST_CASE("files are the shell's to complete, which is told what is typed of one") {
    test::Desk desk;
    CHECK(offered(desk, "dcadmin grant add --outcome=out/a") == ":files\t--outcome=\n");
    CHECK(offered(desk, "dcadmin grant add --outcome = out/a", "bash") == ":files\tout/a\n");
    CHECK(offered(desk, "dcadmin grant add --outcome =", "bash") == ":files\t\n");
    CHECK(offered(desk, "dcadmin --store sqlite:x") == ":files\tsqlite:\n");
    CHECK(offered(desk, "dcadmin --store sqlite : x", "bash") == ":files\tx\n");
    CHECK(offered(desk, "dcadmin review export v-1 --folder r") == ":folders\t\n");
}

TEST_CASE("what the shell has in quotes is read without them, and bash is given them") {
    test::Desk desk;
    // The words as the shell has them, whatever the line of this test makes of them.
    const auto offered_raw = [&](const std::string& last, const std::string& shell) {
        return desk
            .run_words({"__complete", shell, "4", "dcadmin", "relation", "add", "--category", last})
            .out;
    };
    CHECK(offered_raw("vas", "bash") == "vaste\\ medewerker\n");
    CHECK(offered_raw("vaste\\ m", "bash") == "vaste\\ medewerker\n");
    CHECK(offered_raw("'vaste m", "bash") == "vaste medewerker\n");
    CHECK(offered_raw("\"vaste m", "zsh") == "vaste medewerker\t\n");
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

TEST_CASE("what was typed before narrows what is offered") {
    test::Desk desk;
    desk.variables["DCADMIN_STORE"] = "sqlite:narrow.db";
    desk.variables["DCADMIN_NOW"] = "2026-11-29T10:00:00Z";
    const auto run = [&](std::string_view line) { REQUIRE(desk.run(line).exit == 0); };
    run("store init");
    run("org add --number 0566988259 --name 'Zorg Thuis'");
    run("org add --number 0400349088 --name 'De Strijkerij'");
    run("site add --org 0566988259 --number 980000611888 --name Aalst");
    run("site add --org 0566988259 --number 980000123456 --name 'Sint-Niklaas'");
    run("site add --org 0400349088 --number 2100223709 --name Luik");
    run("person add --number 85073003328 --first-name Käthe --last-name 'De Smet'");
    run("person add --number 93051822361 --first-name Lucas --last-name Maes");
    run("relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email k@x.be "
        "--phone +3253123456");
    run("right add --code zone --title-nl 'Dienstencheques voor Erkende Ondernemingen' --audience "
        "EA --context site");
    run("right add --code bos --title-nl 'ANB eLoket' --audience EA");
    const auto right = std::string("zone");
    run("grant add --person p-1 --org 0566988259 --right " + right + " --site 980000611888");

    CHECK(offered(desk, "dcadmin grant add --person kathe") ==
          "p-1\tKäthe De Smet, 85.07.30-***.**\n");
    CHECK(offered(desk, "dcadmin grant add --person 85.07") ==
          "p-1\tKäthe De Smet, 85.07.30-***.**\n");
    CHECK(offered(desk, "dcadmin grant add --person p-2") == "p-2\tLucas Maes, 93.05.18-***.**\n");
    CHECK(offered(desk, "dcadmin grant add --org 0566988259 --person ") ==
          "p-1\tKäthe De Smet, 85.07.30-***.**\n");
    CHECK(offered(desk, "dcadmin grant add --person p-1 --org ") == "0566988259\tZorg Thuis\n");
    CHECK(offered(desk, "dcadmin org show strijk") == "0400349088\tDe Strijkerij\n");
    CHECK(offered(desk, "dcadmin site show --org 0400349088 ") == "2100223709\tLuik\n");
    desk.variables["DCADMIN_ORG"] = "0400349088";
    CHECK(offered(desk, "dcadmin site show ") == "2100223709\tLuik\n");
    desk.variables.erase("DCADMIN_ORG");

    const std::string line = " --person p-1 --org 0566988259 ";
    CHECK(
        offered(desk, "dcadmin grant add" + line + "--right erkende").find("at one site already") !=
        std::string::npos);
    CHECK(offered(desk, "dcadmin grant add" + line + "--right " + right + " --site ") ==
          "980000123456\tSint-Niklaas\n");
    CHECK(offered(desk, "dcadmin grant revoke" + line + "--right ").starts_with(right + "\t"));
    CHECK(offered(desk, "dcadmin grant revoke" + line + "--right " + right + " --site ")
              .starts_with("980000611888\tAalst"));
    const auto without = offered(desk, "dcadmin right show eloket");
    CHECK(without == "bos\tANB eLoket\n");
    run("grant add --person p-1 --org 0566988259 --right bos");
    CHECK(offered(desk, "dcadmin grant add" + line + "--right eloket").empty());
}

TEST_CASE("of services, issuances and months those are offered that the command can use") {
    test::Desk desk;
    desk.variables["DCADMIN_STORE"] = "sqlite:zone.db";
    desk.variables["DCADMIN_NOW"] = "2026-11-24T10:00:00Z";
    const auto run = [&](std::string_view line) { REQUIRE(desk.run(line).exit == 0); };
    run("store init --demo");
    run("company update --org 0777999980 --accreditation V12345 --activity household --from "
        "2020-01-01");
    run("worker add --number 85.07.30-033.28 --first-name Zoë --last-name \"D'Hondt\" --org "
        "0777999980 --site 980000611888 --region flanders");
    run("customer add --org 0777999980 --number 123456700170 --name 'Familie Claes' --region "
        "flanders");
    const std::string service =
        "service register --worker 980000000182 --customer 123456700170 --activity household ";
    run(service + "--date 2026-11-23 --hours 3");
    run(service + "--date 2026-11-20 --hours 2");
    run("service validate d-1");

    CHECK(offered(desk, "dcadmin service validate ") ==
          "d-2\t2026-11-20, 2 h, Zoë D'Hondt for Familie Claes, registered\n");
    CHECK(offered(desk, "dcadmin service validate d-2 ").empty());
    CHECK(offered(desk, "dcadmin service dispute ").starts_with("d-1\t"));
    CHECK(offered(desk, "dcadmin service show claes").find("d-1\t") != std::string::npos);
    CHECK(offered(desk, "dcadmin issuance create --service ").empty());
    CHECK(offered(desk, "dcadmin worker show zoe") == "980000000182\tZoë D'Hondt\n");
    CHECK(offered(desk, "dcadmin worker show 98000000018") == "980000000182\tZoë D'Hondt\n");
    CHECK(offered(desk, "dcadmin voucher wallet --org 0777999980 claes") ==
          "123456700170\tFamilie Claes\n");
    CHECK(offered(desk, "dcadmin voucher wallet --org 0400349088 claes").empty());

    run("issuance auto set --org 0777999980 --every month");
    desk.variables["DCADMIN_NOW"] = "2027-01-05T10:00:00Z";
    const auto months = offered(desk, "dcadmin issuance run --period ");
    CHECK(months.find("2026-11\tmissing: Mijn Bedrijf flanders\n") == 0);
    run("contact add --org 0777999980 --person p-1 --purpose pickups");
    CHECK(offered(desk, "dcadmin pickup request --org 0777999980 --contact ") ==
          "p-1\tAnna Peeters (pickups)\n");
    CHECK(offered(desk, "dcadmin task show ").empty());
    desk.variables["DCADMIN_ORG"] = "0777999980";
    CHECK(offered(desk, "dcadmin task show ").find("0777999980\t") != std::string::npos);
}

TEST_CASE("every option that names a record by its id offers some") {
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        for (const auto& option : command.options) {
            if (option.value != "ID") continue;
            INFO(command.name(), " ", option.name);
            CHECK(option.completion != cli::Complete::nothing);
        }
    }
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
