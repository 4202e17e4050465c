// SPDX-License-Identifier: Apache-2.0
// Where secrets may come from: never an option or a setting itself, and no file that others may
// read.
#include "desk.h"

#include "cli/command.h"
#include "cli/settings.h"
#include "commands.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>

using namespace dcadmin;
using test::Desk;

namespace {

namespace fs = std::filesystem;

bool is_of_a_secret(std::string_view name) {
    constexpr std::array<std::string_view, 5> words{"password", "secret", "token", "pin", "seal"};
    return std::ranges::any_of(words, [name](std::string_view word) {
        const auto at = name.find(word);
        if (at == std::string_view::npos) return false;
        constexpr std::string_view between = "-_.";
        const auto end = at + word.size();
        return (at == 0 || between.find(name[at - 1]) != std::string_view::npos) &&
               (end == name.size() || between.find(name[end]) != std::string_view::npos);
    });
}

}  // namespace

TEST_CASE("no option and no setting takes a secret itself") {
    int options = 0;
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        for (const auto& option : command.options) {
            if (!is_of_a_secret(option.name)) continue;
            CAPTURE(command.name());
            CAPTURE(option.name);
            CHECK(option.name.ends_with("-file"));
            ++options;
        }
    }
    CHECK(options > 5);
    int settings = 0;
    for (const auto key : cli::setting_keys()) {
        if (!is_of_a_secret(key) || key == "key.eid.token") continue;  // that is a card's label
        CAPTURE(key);
        CHECK((key.ends_with("_file") || key == "store_password_command"));
        ++settings;
    }
    CHECK(settings > 5);
}

TEST_CASE("a file of a secret that others may read is refused, whichever it is") {
    Desk desk;
    desk.write("loose", "vier woorden naast elkaar\n");
    fs::permissions(desk.path("loose"), fs::perms::owner_read | fs::perms::group_read);
    REQUIRE(desk.run("store init --demo").exit == 0);
    for (const std::string line :
         {"key activate password --person p-1 --user anna --reason seen --password-file loose",
          "auth login --key password --user anna --password-file loose"}) {
        CAPTURE(line);
        CHECK(desk.run(line).exit == 5);
    }
    desk.variables["DCADMIN_MAIL_URL"] = "smtp://127.0.0.1:1";
    desk.variables["DCADMIN_MAIL_FROM"] = "toegang@example.be";
    desk.variables["DCADMIN_MAIL_USER"] = "toegang";
    desk.variables["DCADMIN_SMS_URL"] = "http://127.0.0.1:1/";
    desk.variables["DCADMIN_SMS_BODY_FILE"] = desk.path("loose");
    desk.variables["DCADMIN_KEY_ITSME_ISSUER"] = "http://127.0.0.1:1";
    desk.variables["DCADMIN_KEY_ITSME_CLIENT_ID"] = "dcadmin";
    desk.variables["DCADMIN_REGISTER_PERSON_URL"] = "http://127.0.0.1:1/";
    const auto usual = desk.variables;
    const std::string sms = "key activate sms --person p-1 --phone 0470123456 --code-file -";
    for (const auto& [variable, line] : std::initializer_list<std::pair<const char*, std::string>>{
             {"DCADMIN_TOKEN_FILE", "person list"},
             {"DCADMIN_STORE_PASSWORD_FILE", "--store postgresql://127.0.0.1:1/d person list"},
             {"DCADMIN_KEY_SEAL_FILE", sms},
             {"DCADMIN_KEY_ITSME_CLIENT_SECRET_FILE", "key activate itsme --person p-1"},
             {"DCADMIN_KEY_ITSME_CLIENT_KEY_FILE", "key activate itsme --person p-1"},
             {"DCADMIN_SMS_HEADERS_FILE", sms},
             {"DCADMIN_MAIL_PASSWORD_FILE", "notice send"},
             {"DCADMIN_REGISTER_PERSON_TOKEN_FILE", "person add --number 85073003328"}}) {
        const std::string name = variable;
        CAPTURE(name);
        desk.variables = usual;
        desk.variables[variable] = desk.path("loose");
        const auto ran = desk.run(line);
        CAPTURE(ran.err);
        CHECK(ran.exit == 5);
        CHECK(ran.err.find("chmod 600") != std::string::npos);
        CHECK(ran.err.find("woorden") == std::string::npos);
    }
}

TEST_CASE("a pipe in the place of a secret is refused, and not waited for") {
    Desk desk;
    REQUIRE(::mkfifo(desk.path("pipe").c_str(), 0600) == 0);
    REQUIRE(desk.run("store init").exit == 0);
    desk.variables["DCADMIN_TOKEN_FILE"] = desk.path("pipe");
    CHECK(desk.run("person list").exit == 5);
    desk.variables.erase("DCADMIN_TOKEN_FILE");
    desk.variables["DCADMIN_ASSERT_KEY_FILE"] = desk.path("pipe");
    CHECK(desk.run("signing rotate --reason yearly").exit != 0);
}
