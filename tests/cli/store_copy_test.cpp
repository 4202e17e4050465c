// SPDX-License-Identifier: Apache-2.0
// `store copy` as a command: what it says, and what it ends with.
#include "desk.h"
#include "support/postgres.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace dcadmin;
using test::Cluster;
using test::Desk;

namespace {

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

/// The value of a key in a line of JSON, as it stands there.
std::string value_of(const std::string& json, const std::string& key) {
    const auto at = json.find("\"" + key + "\":");
    if (at == std::string::npos) return {};
    const auto begin = at + key.size() + 3;
    return json.substr(begin, json.find_first_of(",}\n", begin) - begin);
}

/// A desk with the demo in a file, and the address of an empty database.
struct Move : Desk {
    std::string server = Cluster::get().url(Cluster::get().new_database());

    Move() {
        variables["DCADMIN_STORE"] = "sqlite:" + path("desk.db");
        REQUIRE(run("store init --demo").exit == 0);
    }
    std::string status(const std::string& url, const std::string& key) {
        return value_of(run("--store " + url + " store status -o json").out, key);
    }
};

}  // namespace

TEST_CASE("a store is copied to a server and back, and each copy says what it holds") {
    Move desk;
    const auto moved = desk.run("store copy --to " + desk.server + " -o json");
    CHECK(moved.exit == 0);
    CHECK(has(moved.err, " rows copied"));
    CHECK(has(moved.err, " chains verified"));
    CHECK(value_of(moved.out, "persons") == "4");
    const auto id = desk.status("sqlite:" + desk.path("desk.db"), "store_id");
    CHECK(id.size() == 34);
    CHECK(value_of(moved.out, "store_id") == id);

    const std::string back = "sqlite:" + desk.path("back.db");
    const auto returned = desk.run("store copy --from " + desk.server + " --to " + back);
    CHECK(returned.exit == 0);
    CHECK(desk.status(back, "store_id") == id);
    CHECK(std::filesystem::status(desk.path("back.db")).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    for (const auto& url : {desk.server, back}) {
        CAPTURE(url);
        CHECK(desk.run("--store " + url + " audit verify").exit == 0);
        CHECK(desk.run("--store " + url + " store check").exit == 0);
        CHECK(desk.run("--store " + url + " org add --number 0566.988.259 --name Poetshulp").exit ==
              0);
    }
}

TEST_CASE("both stores of a copy list the same") {
    Move desk;
    REQUIRE(desk.run("store copy --to " + desk.server).exit == 0);
    for (const std::string line : {"person list", "relation list", "grant list", "right list",
                                   "notice list", "audit list", "org list"}) {
        CAPTURE(line);
        const auto here = desk.run(line + " -o csv");
        CHECK(here.exit == 0);
        CHECK(desk.run("--store " + desk.server + " " + line + " -o csv").out == here.out);
    }
}

TEST_CASE("a copy onto what is in use ends with 7, and says to name something new") {
    Move desk;
    REQUIRE(desk.run("store copy --to " + desk.server).exit == 0);
    const auto again = desk.run("store copy --to " + desk.server);
    CHECK(again.exit == 7);
    CHECK(has(again.err, "is not empty"));
    CHECK(has(again.err, "name a new file or an empty database"));
    CHECK(again.out.empty());
    CHECK(desk.run("store copy --to sqlite:" + desk.path("desk.db")).exit == 7);
}

TEST_CASE("a copy of what is not there ends with 6 and makes nothing") {
    Move desk;
    const auto target = desk.path("target.db");
    const auto absent = "sqlite:" + desk.path("absent.db");
    CHECK(desk.run("store copy --from " + absent + " --to sqlite:" + target).exit == 6);
    CHECK_FALSE(std::filesystem::exists(target));
    CHECK_FALSE(std::filesystem::exists(desk.path("absent.db")));
    CHECK(desk.run("store copy --to nowhere").exit == 2);
    CHECK(desk.run("store copy").exit == 2);
}

TEST_CASE("a copy of a store whose log was changed is made, but ends with 9") {
    Move desk;
    REQUIRE(desk.run("store copy --to " + desk.server).exit == 0);
    const auto database = desk.server.substr(desk.server.find("@/") + 2);
    Cluster::get().run(database.substr(0, database.find('?')),
                       "UPDATE person SET first_name = 'Iemand' WHERE id = 1");
    const auto back =
        desk.run("store copy --from " + desk.server + " --to sqlite:" + desk.path("back.db"));
    CHECK(back.exit == 9);
    CHECK(has(back.err, "the copy does not verify"));
}
