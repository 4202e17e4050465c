// SPDX-License-Identifier: Apache-2.0
// A store that wants sign-in, used without a session: every command of the table, as its own
// examples call it, answers that one must sign in, prints nothing and changes nothing. What the
// account of the operating system answers for goes on.
#include "desk.h"

#include "cli/command.h"
#include "commands.h"

#include <dcadmin/base/sha256.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>

using namespace dcadmin;
using dcadmin::test::Desk;

namespace {

struct Enforced : Desk {
    std::string file = path("data/dcadmin/dcadmin.db");

    Enforced() { REQUIRE(run("store init --demo --enforce").exit == 0); }

    /// Its first operator, p-1, with a key to sign in with.
    void set_up() const {
        SQLite::Database db(file, SQLite::OPEN_READWRITE);
        db.exec(
            "INSERT INTO credential (person_id, kind, handle, secret, counter, activated_at, "
            "identified_by, used_at, retired_at, operation_id) VALUES (1, 'eid', '', '', 0, "
            "'2026-11-23T10:00:00Z', 'itself', '', '', 1)");
        db.exec(
            "INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, reason, "
            "operation_id) VALUES (1, 'operator', '2026-01-01', '9999-12-31', '', '', 1)");
    }
    [[nodiscard]] int operations() const {
        const SQLite::Database db(file, SQLite::OPEN_READONLY);
        SQLite::Statement count(db, "SELECT count(*) FROM operation");
        count.executeStep();
        return count.getColumn(0).getInt();
    }
};

// The host's own work, signing in, and what one must know to sign in.
bool works_unsigned(const cli::Command& command) {
    constexpr std::array<std::string_view, 2> nouns{"store", "auth"};
    constexpr std::array<std::string_view, 3> names{"notice send", "key kinds", "key check"};
    return std::ranges::find(nouns, command.noun) != nouns.end() ||
           std::ranges::find(names, command.name()) != names.end();
}

// The examples' words, as far as a shell would give them to the program.
std::vector<std::string> words_for(std::string_view example) {
    auto words = test::words_of(example);
    const auto end = std::ranges::find_if(
        words, [](const std::string& word) { return word == ">" || word == "&&" || word == "|"; });
    words.erase(end, words.end());
    words.erase(words.begin());
    return words;
}

// A file that an example names and that is not there is missed before the store is looked at.
bool wants_a_file(const test::Ran& ran) {
    return ran.exit == 66 || ran.err.find("No such file") != std::string::npos ||
           ran.err.find("no file") != std::string::npos;
}

}  // namespace

TEST_CASE("on a store that wants sign-in every command without a session answers 4") {
    Enforced desk;
    desk.set_up();
    const int before = desk.operations();
    int asked = 0;
    for (const auto& entry : commands::table()) {
        const auto command = commands::make(entry);
        if (command.needs == cli::Needs::nothing || works_unsigned(command)) continue;
        auto words = words_for(command.examples.front().line);
        CAPTURE(command.name());
        const bool by_key = command.name() == "key activate";  // asks for the password first
        if (by_key) words.insert(words.end(), {"--password-file", "-"});
        const auto ran = desk.run_words(words, by_key ? "een lang wachtwoord 12\n" : "");
        CAPTURE(ran.err);
        CHECK(ran.out.empty());
        if (wants_a_file(ran)) continue;
        CHECK(ran.exit == 4);
        ++asked;
    }
    CHECK(asked > 80);
    CHECK(desk.operations() == before);
}

TEST_CASE("until its first operator has a key such a store is set up without a session") {
    Enforced desk;
    CHECK(desk.run("policy get sign_in").out.find("required") != std::string::npos);
    CHECK(desk.run("person list").exit == 0);
    CHECK(desk.run("staff add --person p-1 --role operator --reason letter").exit != 0);
    CHECK(desk.run("staff add --person p-1 --role auditor --reason letter").exit == 0);
    desk.set_up();
    CHECK(desk.run("person list").exit == 4);
    CHECK(desk.run("store status").exit == 0);
    CHECK(desk.run("key kinds").exit == 0);
    CHECK(desk.run("doctor --fields name,state").out.find("store") != std::string::npos);
    CHECK(desk.run("store reopen").exit == 2);
    CHECK(desk.run("store reopen --reason 'the card was lost'").exit == 0);
    CHECK(desk.run("audit list --action policy.set").out.find("the card was lost") !=
          std::string::npos);
    CHECK(desk.run("policy set sign_in required").exit == 0);
    CHECK(desk.run("person list").exit == 4);
    desk.variables["DCADMIN_TOKEN_FILE"] = desk.path("token");
    desk.write("token", "dcs_nothing");
    CHECK(desk.run("person list").exit != 0);
}

TEST_CASE("the shell is told what a session sees, and nothing without one") {
    Enforced desk;
    const auto offered = [&] {
        return desk.run_words({"__complete", "zsh", "3", "dcadmin", "person", "show", ""}).out;
    };
    CHECK(offered().find("p-2\t") != std::string::npos);
    desk.set_up();
    CHECK(offered().empty());

    // For himself somebody sees himself alone.
    Sha256 hash;
    hash.add("dcs_mine");
    SQLite::Database db(desk.file, SQLite::OPEN_READWRITE);
    db.exec("UPDATE staff SET ended_at = '2026-01-02T10:00:00Z'");
    db.exec(
        "INSERT INTO session (token_hash, person_id, credential_id, key_used, level, started_at, "
        "proved_at, open_until, expires_at, ended_at, operation_id) VALUES ('" +
        hash.hex() +
        "', 1, 1, 'eid', 500, '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', "
        "'2999-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '', 1)");
    desk.variables["DCADMIN_TOKEN_FILE"] = desk.path("token");
    desk.write("token", "dcs_mine\n");
    std::filesystem::permissions(desk.path("token"), std::filesystem::perms::owner_read);
    const auto seen = offered();
    CHECK(seen.starts_with("p-1\t"));
    CHECK(seen.find("p-2\t") == std::string::npos);
}
