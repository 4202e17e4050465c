// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace dcadmin;

TEST_CASE(
    "an option holds before a variable, that before a profile, that before the settings for all") {
    test::Desk desk;
    CHECK(desk.run("config get output").out == "table\n");
    CHECK(desk.run("config set output csv").exit == 0);
    CHECK(desk.run("config list --fields key,value,source").out.find("output,csv,configuration") !=
          std::string::npos);
    CHECK(desk.run("profile add work --store sqlite:work.db").exit == 0);
    CHECK(desk.run("config set output jsonl --profile work").exit == 0);
    CHECK(desk.run("profile use work").exit == 0);
    CHECK(desk.run("config list")
              .out.find(R"({"key":"output","value":"jsonl","source":"profile work"})") !=
          std::string::npos);
    desk.variables["DCADMIN_OUTPUT"] = "json";
    CHECK(desk.run("config list").out.find(R"("value":"json","source":"DCADMIN_OUTPUT")") !=
          std::string::npos);
    CHECK(desk.run("config list -o csv").out.find("output,csv,--output") != std::string::npos);
    desk.variables["DCADMIN_STORE"] = "sqlite:variable.db";
    CHECK(desk.run("config get store -o table").out == "sqlite:variable.db\n");
    CHECK(desk.run("config get store -o table --store sqlite:option.db").out ==
          "sqlite:option.db\n");
}

TEST_CASE("the system's configuration says what the user's does not") {
    test::Desk desk;
    desk.write(
        "system.toml",
        "output = \"csv\"\norg = \"0566988259\"\n[profiles.shared]\nstore = \"sqlite:s.db\"\n");
    CHECK(desk.run("config get output -o table").out == "table\n");
    CHECK(desk.run("config get org -o table").out == "0566988259\n");
    CHECK(desk.run("config get store -o table --profile shared").out == "sqlite:s.db\n");
    CHECK(desk.run("config set org 0453.834.196 -o table").exit == 2);  // not a number
}

TEST_CASE("a file is kept by its name from the root, for settings hold in every folder") {
    test::Desk desk;
    CHECK(desk.run("config set store sqlite:desk/store.db").exit == 0);
    CHECK(desk.run("config get store").out == "sqlite:" + desk.path("desk/store.db") + "\n");
    CHECK(desk.run("profile add work --store sqlite:work.db").exit == 0);
    CHECK(desk.run("config get store --profile work").out ==
          "sqlite:" + desk.path("work.db") + "\n");
    CHECK(desk.run("config set mail.password_file ./secret").exit == 0);
    CHECK(desk.run("config get mail.password_file").out == desk.path("secret") + "\n");
    CHECK(desk.run("config set store postgresql://desk@db/dcadmin").exit == 0);
    CHECK(desk.run("config get store").out == "postgresql://desk@db/dcadmin\n");
}

TEST_CASE("a command with a form of its own keeps it, unless the line says otherwise") {
    test::Desk desk;
    REQUIRE(desk.run("store init --demo").exit == 0);
    CHECK(desk.run("config set output json").exit == 0);
    const auto heads = desk.run("audit checkpoint");
    CHECK(heads.out.starts_with("org,length,head\r\n"));
    desk.write("heads.csv", heads.out);
    CHECK(desk.run("audit verify --since heads.csv").exit == 0);
    CHECK(desk.run("audit checkpoint -o jsonl").out.starts_with("{\"org\":"));
    desk.variables["DCADMIN_OUTPUT"] = "table";
    CHECK(desk.run("audit checkpoint").out == heads.out);
}

TEST_CASE("the usual store is below the data folder") {
    test::Desk desk;
    CHECK(desk.run("config get store").out ==
          "sqlite:" + desk.path("data/dcadmin/dcadmin.db") + "\n");
    desk.variables["XDG_DATA_HOME"] = "relative";  // to be ignored
    desk.variables["HOME"] = "/home/x";
    CHECK(desk.run("config get store").out == "sqlite:/home/x/.local/share/dcadmin/dcadmin.db\n");
}

TEST_CASE("a store address with a password in it is refused wherever it stands") {
    test::Desk desk;
    for (const auto* url :
         {"postgresql://user:secret@host/db", "postgres://host/db?password=secret"}) {
        CHECK(desk.run_words({"--store", url, "org", "list"}).exit == 2);
        CHECK(desk.run_words({"config", "set", "store", url}).exit == 2);
        desk.variables["DCADMIN_STORE"] = url;
        const auto ran = desk.run("org list");
        CHECK(ran.exit == 2);
        CHECK(ran.err.find("secret") == std::string::npos);
        desk.variables.erase("DCADMIN_STORE");
    }
}

TEST_CASE("a configuration that cannot be read is told with its line") {
    test::Desk desk;
    CHECK(desk.run("config set output csv").exit == 0);
    desk.write("config/dcadmin/config.toml", "output = \"csv\"\norg = 5\n");
    const auto number = desk.run("config list");
    CHECK(number.exit == 2);
    CHECK(number.err.find("config.toml:2: org must be a text in quotes") != std::string::npos);
    desk.write("config/dcadmin/config.toml", "output = \"csv\"\n[[[\n");
    CHECK(desk.run("config list").err.find("config.toml:2:") != std::string::npos);
    CHECK(desk.run("config path").exit == 0);
}

TEST_CASE("the configuration is the user's alone") {
    test::Desk desk;
    CHECK(desk.run("config set output csv").exit == 0);
    struct stat there {};
    REQUIRE(stat(desk.path("config/dcadmin/config.toml").c_str(), &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
}

TEST_CASE("profiles are added, used and removed") {
    test::Desk desk;
    CHECK(desk.run("profile use nobody").exit == 6);
    CHECK(desk.run("profile add a").exit == 0);
    CHECK(desk.run("profile add a").exit == 7);
    CHECK(desk.run("profile use a").exit == 0);
    CHECK(desk.run("profile list -o csv").out == "name,in_use,store,org\r\na,true,,\r\n");
    CHECK(desk.run("--profile b config list").exit == 6);
    CHECK(desk.run("profile remove a").exit == 0);
    CHECK(desk.run("profile list -o csv").out == "name,in_use,store,org\r\n");
    CHECK(desk.run("profile remove a").exit == 6);
}

TEST_CASE("settings that are unknown or cannot be are refused") {
    test::Desk desk;
    CHECK(desk.run("config set outpt csv").err.find("did you mean 'output'?") != std::string::npos);
    CHECK(desk.run("config set output xml").exit == 2);
    CHECK(desk.run("config get org").exit == 6);
    CHECK(desk.run("config set org").exit == 0);  // removing what is not there
}

TEST_CASE("bold type is for terminals that nobody told otherwise") {
    test::Desk desk;
    desk.terminal = true;
    CHECK(desk.run("config list").out.find("\x1b[1m") != std::string::npos);
    desk.variables["NO_COLOR"] = "1";
    CHECK(desk.run("config list").out.find("\x1b[1m") == std::string::npos);
    CHECK(desk.run("config list --color always").out.find("\x1b[1m") != std::string::npos);
    desk.terminal = false;
    desk.variables.erase("NO_COLOR");
    CHECK(desk.run("config list").out.find("\x1b[1m") == std::string::npos);
}
