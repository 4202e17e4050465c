// SPDX-License-Identifier: Apache-2.0
// Whole commands on a store on a server: set-up, passwords, backup, and a commit without an answer.
#include "support/postgres.h"
#include "cli/store_password.h"
#include "desk.h"
#include "support/cutter.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <thread>

using namespace dcadmin;
using test::Cluster;
using test::Cutter;
using test::Desk;

namespace {

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

test::Ran run_at(Desk& desk, const std::string& url, std::string_view line) {
    desk.variables["DCADMIN_STORE"] = url;
    return desk.run(line);
}

void set_mode(const std::string& file, mode_t mode) {
    REQUIRE(::chmod(file.c_str(), mode) == 0);
}

/// A role that the server asks for its password, "geheim".
void make_locked_role() {
    Cluster& cluster = Cluster::get();
    cluster.run("postgres", "CREATE ROLE locked LOGIN SUPERUSER PASSWORD 'geheim'");
    const auto rules = cluster.folder() / "data" / "pg_hba.conf";
    std::string others;
    std::getline(std::ifstream(rules), others, '\0');
    std::ofstream(rules) << "local all locked scram-sha-256\n" << others;
    cluster.run("postgres", "SELECT pg_reload_conf()");
    Desk desk;
    const auto url = cluster.url("postgres", "locked");
    for (int i = 0; i < 100 && run_at(desk, url, "store status").exit != 5; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

}  // namespace

TEST_CASE("a store on a server is made, seen, checked, migrated and backed up") {
    Desk desk;
    Cluster& cluster = Cluster::get();
    const auto url = cluster.url(cluster.new_database());
    CHECK(run_at(desk, url, "org list").exit == 6);
    const auto made = run_at(desk, url, "store init --demo");
    CHECK(made.exit == 0);
    CHECK(has(made.err, R"(GRANT SELECT, INSERT ON public."audit_entry" TO "dcadmin_app";)"));
    CHECK(run_at(desk, url, "store init").exit == 7);
    CHECK(has(run_at(desk, url, "store status -o json").out, "\"persons\":4"));
    CHECK(run_at(desk, url, "store check").exit == 0);
    CHECK(run_at(desk, url, "store migrate").exit == 0);
    CHECK(run_at(desk, url, "audit verify").exit == 0);
    CHECK(has(run_at(desk, url, "store backup copy.dump -o csv").out, "copy.dump"));
    CHECK(desk.read("copy.dump").starts_with("PGDMP"));
}

TEST_CASE("the report of an organisation is the same from a server and from a file") {
    Desk desk;
    desk.variables["DCADMIN_NOW"] = "2024-01-12T12:00:00Z";
    desk.variables["DCADMIN_ORG"] = "0566988259";
    desk.write("services.csv",
               "work_id,worker,customer,region,date,hours,activity\n"
               "W1,980000000182,123456700170,flanders,2024-01-10,3,household\n"
               "W2,980000000182,123456700170,flanders,2024-01-11,2,household\n");
    const auto page = [&desk](const std::string& url) {
        for (const char* const line :
             {"store init", "org add --number 0566988259 --name Poetshulp",
              "company update --accreditation V12345 --activity household --from 2020-01-01",
              "worker add --login 980000000182 --number 93051822361 --first-name Lucas --last-name "
              "Maes --region flanders",
              "customer add --number 123456700170 --name Janssens --region flanders",
              "service import services.csv --outcome services.outcome.csv",
              "service validate d-1"}) {
            const auto ran = run_at(desk, url, line);
            CAPTURE(line);
            CAPTURE(ran.err);
            REQUIRE(ran.exit == 0);
        }
        return run_at(desk, url, "report --html -").out;
    };
    const auto of_file = page("sqlite:report.db");
    CHECK(has(of_file, "<td>registered</td><td class=\"sum\">1</td>"));
    CHECK(has(of_file, "<td>validated</td><td class=\"sum\">1</td>"));
    Cluster& cluster = Cluster::get();
    CHECK(page(cluster.url(cluster.new_database())) == of_file);
}

TEST_CASE("the application's role is given its rights when the store is made or migrated") {
    Desk desk;
    Cluster& cluster = Cluster::get();
    cluster.run("postgres", "CREATE ROLE desk LOGIN");
    const auto database = cluster.new_database();
    CHECK(run_at(desk, cluster.url(database), "store init --app-role desk").exit == 0);
    const auto url = cluster.url(database, "desk");
    CHECK(run_at(desk, url, "org add --number 0566.988.259 --name Poetshulp").exit == 0);
    CHECK(run_at(desk, cluster.url(database), "store migrate --app-role desk").exit == 0);
    CHECK(run_at(desk, cluster.url(database), "store migrate --app-role nobody").exit != 0);
    CHECK(run_at(desk, url, "org list").exit == 0);
    CHECK(run_at(desk, url, "store reopen --reason 'not its owner'").exit == 5);
    CHECK(run_at(desk, cluster.url(database), "store reopen --reason 'its owner'").exit == 0);
    CHECK(desk.run("--store sqlite:a.db store init --app-role desk").exit == 2);
}

TEST_CASE("the password of a store comes from a file of the user's own, or from a command") {
    make_locked_role();
    Desk desk;
    Cluster& cluster = Cluster::get();
    const auto url =
        cluster.url(cluster.new_store(FixedClock(Timestamp::from_seconds(0))), "locked");
    CHECK(has(run_at(desk, url, "store status").err, "asks for a password"));
    desk.variables.erase("DCADMIN_STORE");
    REQUIRE(desk.run_words({"config", "set", "store", url}).exit == 0);
    desk.write("password", "geheim\nsecond line\n");
    set_mode(desk.path("password"), 0600);
    REQUIRE(desk.run("config set store_password_file " + desk.path("password")).exit == 0);
    const auto shown = desk.run("store status -v");
    CHECK(shown.exit == 0);
    CHECK_FALSE(has(shown.out + shown.err, "geheim"));
    CHECK_FALSE(has(desk.run("config list").out, "geheim"));

    set_mode(desk.path("password"), 0640);
    CHECK(desk.run("store status").exit == 5);
    REQUIRE(desk.run("config set store_password_file").exit == 0);
    REQUIRE(
        desk.run_words({"config", "set", "store_password_command", "printf '%s\\n' geheim"}).exit ==
        0);
    CHECK(desk.run("store status").exit == 0);
    REQUIRE(desk.run_words({"config", "set", "store_password_command", "echo wrong"}).exit == 0);
    const auto refused = desk.run("store status");
    CHECK(refused.exit == 5);
    CHECK_FALSE(has(refused.err, "wrong"));
}

TEST_CASE("a password that was kept for one address is not sent to another") {
    Desk desk;
    REQUIRE(desk.run("config set store postgresql://127.0.0.1:1/a").exit == 0);
    REQUIRE(desk.run("config set store_password_command false").exit == 0);
    CHECK(has(desk.run("store status").err, "the command for the password, 'false', failed"));
    const auto other = desk.run("--store postgresql://127.0.0.1:1/b store status");
    CHECK(other.exit == 75);
    CHECK_FALSE(has(other.err, "'false'"));
    desk.variables["DCADMIN_STORE_PASSWORD_COMMAND"] = "no-such-command";
    CHECK(has(desk.run("--store postgresql://127.0.0.1:1/b store status").err, "cannot be run"));
}

TEST_CASE("the command for a password is run as it stands, without a shell") {
    CHECK(cli::words_of_command("pass  show 'a b' \"c'd\" e\\ f ''") ==
          std::vector<std::string>{"pass", "show", "a b", "c'd", "e f", ""});
    CHECK(cli::password_from_command("printf %s\\\\n '$HOME;ls|`id`*'") == "$HOME;ls|`id`*");
    CHECK_THROWS_AS(static_cast<void>(cli::words_of_command("echo 'a")), Error);
    CHECK_THROWS_AS(static_cast<void>(cli::words_of_command("  ")), Error);
    CHECK_THROWS_AS(static_cast<void>(cli::password_from_command("true")), Error);
    CHECK_THROWS_AS(static_cast<void>(cli::secret_from_file("relative", "password")), Error);
    CHECK_THROWS_AS(static_cast<void>(cli::secret_from_file("/dev/null", "password")), Error);
}

TEST_CASE("a commit without an answer ends with 75, and the same command again is safe") {
    Desk desk;
    Cluster& cluster = Cluster::get();
    const std::string add = "org add --number 0566.988.259 --name Poetshulp";
    for (const auto cut : {Cutter::Cut::before_commit, Cutter::Cut::after_commit}) {
        CAPTURE(cut == Cutter::Cut::before_commit);
        const auto database = cluster.new_store(FixedClock(Timestamp::from_seconds(0)));
        const Cutter cutter(cluster.socket(), cut);
        const auto first = run_at(desk, cutter.url(database), add);
        CHECK(first.exit == 75);
        CHECK(has(first.err, "it is not known whether the change was made"));
        CHECK(has(first.err, "run the same command again, it is safe"));
        const auto again = run_at(desk, cluster.url(database), add);
        CHECK(again.exit == 0);
        CHECK(has(again.err, "unchanged") == (cut == Cutter::Cut::after_commit));
        CHECK(cluster.run(database, "SELECT count(*) FROM audit_entry") ==
              std::vector<std::string>{"1"});
    }
}

TEST_CASE("the rows of a file whose commit got no answer are unknown, and a second run ends it") {
    Desk desk;
    Cluster& cluster = Cluster::get();
    desk.write("orgs.csv", "number,name\n0566.988.259,Poetshulp\n0403.019.261,Strijkatelier\n");
    const auto database = cluster.new_store(FixedClock(Timestamp::from_seconds(0)));
    const Cutter cutter(cluster.socket(), Cutter::Cut::after_commit);
    const auto first = run_at(desk, cutter.url(database), "org add --file orgs.csv");
    CHECK(first.exit == 75);
    CHECK(has(first.err, "2 unknown"));
    CHECK_FALSE(has(first.err, "nothing was changed"));
    CHECK(has(desk.read("orgs.outcome.csv"), "unknown"));
    const auto again = run_at(desk, cluster.url(database), "org add --file orgs.csv");
    CHECK(again.exit == 0);
    CHECK(has(again.err, "2 unchanged"));
}
