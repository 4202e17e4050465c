// SPDX-License-Identifier: Apache-2.0
// Plans by their properties, over random files of a small store: a plan that is applied does what
// the run does, applied again it changes nothing, and taken back it leaves who has access, and
// until when, as it was.
#include "desk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace dcadmin;
using test::Desk;

namespace {

constexpr std::array<std::string_view, 2> orgs{"0566988259", "0403019261"};
constexpr std::array<std::string_view, 2> sites{"980000611888", "980000159357"};  // of each
constexpr std::array<std::string_view, 2> kinds{"raad", "bons"};  // without and with a site
constexpr std::uint64_t persons = 6;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string number_of(std::uint64_t n) {
    const std::uint64_t front = 800101000 + n;
    return fmt::format("{}{:02}", front, 97 - front % 97);
}

/// A store of two companies and six persons who work for both, with a grant here and there.
struct Office : Desk {
    Office() {
        variables["DCADMIN_STORE"] = "sqlite:office.db";
        must("store init");
        for (std::size_t i = 0; i < orgs.size(); ++i) {
            must(fmt::format("org add --number {} --name Poetshulp{}", orgs[i], i));
            must(fmt::format("site add --org {} --number {} --name Plaats", orgs[i], sites[i]));
        }
        must("right add --code raad --title-nl Raadplegen --audience EA --max-term 4y");
        must("right add --code bons --title-nl Bons --audience EA --context site --max-term 4y");
        for (std::uint64_t n = 1; n <= persons; ++n) {
            must(
                fmt::format("person add --number {} --first-name Jan --last-name Test{} "
                            "--email jan{}@example.be",
                            number_of(n), n, n));
            for (const auto org : orgs) {
                must(
                    fmt::format("relation add --person p-{} --org {} --category vaste --email "
                                "jan{}@example.be --phone 012345678 --from 2026-01-01 --until "
                                "2030-12-31",
                                n, org, n));
            }
        }
        write("begin.csv",
              "person,org,right,site,from,until\n"
              "p-1,0566988259,raad,,2026-03-01,2027-03-01\n"
              "p-1,0403019261,bons,980000159357,2026-03-01,2028-02-29\n"
              "p-2,0566988259,raad,,2027-01-01,2028-01-01\n"
              "p-3,0566988259,bons,980000611888,2026-06-01,2026-12-31\n"
              "p-4,0403019261,raad,,2026-11-23,2029-01-01\n"
              "p-5,0566988259,raad,,2026-01-01,2026-11-23\n");
        must("grant add --file begin.csv");
    }
    void must(const std::string& line) {
        const auto ran = run(line);
        CAPTURE(line);
        CAPTURE(ran.err);
        REQUIRE(ran.exit == 0);
    }
    /// Who has access and until when, whatever the records' ids.
    std::string state() {
        std::string all;
        for (const auto* only : {"active", "future"}) {
            for (const auto* line :
                 {"grant list -o csv --fields person,org,right,site,from,until --state ",
                  "relation list -o csv --fields person,org,audience,from,until --state "}) {
                all += sorted(run(std::string(line) + only).out);
            }
        }
        all += run("person list -o csv --fields id,last_name,email,language").out;
        return all;
    }
    /// Every change that the log tells of.
    std::string log() { return sorted(run("audit list -o csv --fields org,action").out); }
    std::size_t notices() {
        const auto out = run("notice list -o csv --fields id").out;
        return static_cast<std::size_t>(std::count(out.begin(), out.end(), '\n')) - 1;
    }
    void check_whole() {
        CHECK(run("audit verify").exit == 0);
        CHECK(run("store check").exit == 0);
    }

   private:
    static std::string sorted(const std::string& text) {
        std::vector<std::string> lines;
        std::string line;
        for (const char c : text) {
            line += c;
            if (c != '\n') continue;
            lines.push_back(line);
            line.clear();
        }
        std::sort(lines.begin(), lines.end());
        std::string all;
        for (const auto& one : lines) all += one;
        return all;
    }
};

/// Random files of one verb; each key stands once unless `repeating`.
class Files {
   public:
    explicit Files(unsigned seed) : chance_(seed) {}

    std::string of(std::string_view verb, bool repeating = false) {
        std::string text(verb == "relation end"   ? "person,org,on,at_once,reason\n"
                         : verb == "grant revoke" ? "person,org,right,site,on,reason\n"
                         : verb == "grant extend" ? "person,org,right,site,until,reason\n"
                                                  : "person,org,right,site,from,until\n");
        std::set<std::string> seen;
        for (int i = 0; i < 14; ++i) {
            const auto key = verb == "relation end" ? relation() : relation() + "," + grant();
            if (!repeating && !seen.insert(key).second) continue;
            text += key + "," + rest(verb) + "\n";
        }
        return text;
    }

   private:
    std::size_t below(std::size_t n) { return chance_() % n; }
    std::string day(int year) {
        return fmt::format("{}-{:02}-{:02}", year, below(12) + 1, below(28) + 1);
    }
    std::string relation() {
        org_ = below(orgs.size());
        return fmt::format("p-{},{}", below(persons) + 1, orgs[org_]);
    }
    std::string grant() {
        const auto kind = below(kinds.size());
        return fmt::format("{},{}", kinds[kind], kind == 0 ? std::string_view() : sites[org_]);
    }
    std::string rest(std::string_view verb) {
        if (verb == "relation end") {
            return below(2) == 0 ? ",yes,left" : fmt::format("{},,left", day(2027));
        }
        if (verb == "grant revoke") return fmt::format("{},left", below(2) == 0 ? "" : day(2027));
        if (verb == "grant extend") return fmt::format("{},stays", day(2029));
        return fmt::format("{},{}", below(3) == 0 ? day(2027) : "2026-11-23", day(2029));
    }

    std::mt19937 chance_;
    std::size_t org_ = 0;
};

constexpr std::array<std::string_view, 4> verbs{"grant add", "grant extend", "grant revoke",
                                                "relation end"};

std::string_view limit_of(std::string_view verb) {
    return verb == "grant revoke" || verb == "relation end" ? " --max-revoke 1000" : "";
}

std::string planned(std::string_view verb) {
    return fmt::format("{} --file rows.csv --skip-invalid --plan p.plan{}", verb, limit_of(verb));
}

/// The states of an outcome file, row by row.
std::vector<std::string> states_in(const std::string& outcome) {
    std::vector<std::string> states;
    for (std::size_t at = 0; at < outcome.size(); at = outcome.find('\n', at) + 1) {
        const auto line = outcome.substr(at, outcome.find('\n', at) - at);
        for (const auto* word : {"applied", "unchanged", "rejected"}) {
            if (has(line, fmt::format(",{},", word))) states.emplace_back(word);
        }
    }
    return states;
}

}  // namespace

TEST_CASE("a plan that is applied does what the run does, and a second time nothing") {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        for (const auto verb : verbs) {
            CAPTURE(seed);
            CAPTURE(verb);
            const auto rows = Files(seed).of(verb);
            std::string direct;
            {
                Office office;
                office.write("rows.csv", rows);
                const auto ran = office.run(
                    fmt::format("{} --file rows.csv --skip-invalid{}", verb, limit_of(verb)));
                CHECK((ran.exit == 0 || ran.exit == 3));
                direct = office.state() + office.log();
            }
            Office office;
            office.write("rows.csv", rows);
            const auto before = office.state() + office.log();
            const auto plan = office.run(planned(verb));
            CHECK((plan.exit == 0 || plan.exit == 3));
            CHECK(office.state() + office.log() == before);
            const auto applied = office.run("apply p.plan");
            CAPTURE(applied.err);
            CHECK(applied.exit == plan.exit);
            CHECK(office.state() + office.log() == direct);
            const auto again = office.run("apply p.plan");
            CAPTURE(again.err);
            CHECK(again.exit == plan.exit);
            CHECK(has(again.err, "0 applied"));
            CHECK(office.state() + office.log() == direct);
            office.check_whole();
        }
    }
}

TEST_CASE("rows that touch the same record twice are planned and applied like any") {
    for (unsigned seed = 11; seed <= 12; ++seed) {
        for (const auto verb : verbs) {
            CAPTURE(seed);
            CAPTURE(verb);
            Office office;
            office.write("rows.csv", Files(seed).of(verb, true));
            const auto plan = office.run(planned(verb));
            const auto applied = office.run("apply p.plan");
            CAPTURE(applied.err);
            CHECK(applied.exit == plan.exit);
            const auto after = office.state();
            static_cast<void>(office.run("apply p.plan"));
            CHECK(office.state() == after);
        }
    }
}

TEST_CASE("a plan that is taken back leaves who has access as it was") {
    for (unsigned seed = 21; seed <= 23; ++seed) {
        for (const auto verb : verbs) {
            CAPTURE(seed);
            CAPTURE(verb);
            Office office;
            office.write("rows.csv", Files(seed).of(verb));
            const auto before = office.state();
            static_cast<void>(office.run(planned(verb)));
            static_cast<void>(office.run("apply p.plan"));
            const auto after = office.state();
            const auto inverted = office.run("plan invert p.plan");
            CAPTURE(inverted.err);
            CHECK(inverted.exit == 0);
            CHECK(office.state() == after);
            const auto applied = office.run("apply p.undo.plan");
            CAPTURE(applied.err);
            CHECK(applied.exit == 0);
            CHECK(office.state() == before);
            // And taken back again, later, it is there once more.
            office.variables["DCADMIN_NOW"] = "2026-11-23T13:00:00Z";
            CHECK(office.run("plan invert p.undo.plan --plan redo.plan").exit == 0);
            CHECK(office.run("apply redo.plan").exit == 0);
            CHECK(office.state() == after);
            office.check_whole();
        }
    }
}

TEST_CASE("a plan says of each row what a dry run says") {
    for (const auto verb : verbs) {
        CAPTURE(verb);
        Office office;
        office.write("rows.csv", Files(31).of(verb, true));
        const auto dry = office.run(
            fmt::format("{} --file rows.csv --skip-invalid --dry-run --outcome dry.csv{}", verb,
                        limit_of(verb)));
        const auto plan = office.run(planned(verb) + " --outcome plan.csv");
        CHECK(dry.exit == plan.exit);
        CHECK(states_in(office.read("dry.csv")) == states_in(office.read("plan.csv")));
    }
}

TEST_CASE("a plan counts the mails that its run sends") {
    for (const auto* whom : {"each", "person", "none"}) {
        CAPTURE(whom);
        Office office;
        office.write("rows.csv", Files(41).of("grant add"));
        const auto plan = office.run(
            fmt::format("grant add --file rows.csv --skip-invalid --plan p --notify {}", whom));
        const auto before = office.notices();
        const auto applied = office.run("apply p");
        const auto sent = office.notices() - before;
        CHECK(has(plan.err, fmt::format("would tell: {} mail{} to", sent, sent == 1 ? "" : "s")));
        CHECK(has(applied.err, fmt::format("told: {} mail{} to", sent, sent == 1 ? "" : "s")));
        CHECK((sent == 0) == (whom == std::string_view("none")));
    }
}

TEST_CASE("a row that the store has overtaken is stale, and says what has changed") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,until\np-1,0566988259,raad,2028-01-01\n"
                 "p-4,0403019261,raad,2029-06-01\n");
    CHECK(office.run("grant extend --file rows.csv --plan p").exit == 0);
    office.must("grant extend --person p-1 --org 0566988259 --right raad --until 2027-12-01");
    const auto before = office.state() + office.log();
    const auto check = office.run("plan check p");
    CHECK(check.exit == 7);
    const auto stopped = office.run("apply p");
    CHECK(stopped.exit == 7);
    CHECK(has(stopped.err,
              "row 1: grant g-1: until: the plan expects 2027-03-01, the store has 2027-12-01\n"));
    CHECK(has(stopped.err, "nothing was changed\n"));
    CHECK(has(stopped.err, "dcadmin apply p --skip-stale\n"));
    CHECK(office.state() + office.log() == before);
    const auto others = office.run("apply p --skip-stale --outcome o.jsonl");
    CHECK(others.exit == 3);
    CHECK(has(others.err, "1 applied, 1 stale\n"));
    CHECK(has(office.read("o.jsonl"), R"("_row":1,"_state":"rejected","_code":"conflict")"));
    CHECK(has(office.read("o.jsonl"), R"("_row":2,"_state":"applied")"));
    CHECK(office.run("grant show g-5 -o csv --fields until").out == "until\r\n2029-06-01\r\n");
}

TEST_CASE("a row that is refused meanwhile is stale") {
    Office office;
    CHECK(office
              .run("grant add --person p-6 --org 0566988259 --right raad --until 2028-01-01 "
                   "--plan p")
              .exit == 0);
    office.must("relation end --person p-6 --org 0566988259 --at-once");
    const auto ran = office.run("apply p");
    CHECK(ran.exit == 7);
    CHECK(has(ran.err, "row 1: the plan has it done, now the working relation"));
}

TEST_CASE("what somebody else did in another way is stale too") {
    Office office;
    CHECK(office.run("grant add --person p-6 --org 0566988259 --right raad --plan p").exit == 0);
    office.must(
        "grant add --person p-6 --org 0566988259 --right raad --from 2026-11-01 --until "
        "2027-01-01");
    const auto ran = office.run("apply p");
    CHECK(ran.exit == 7);
    CHECK(has(ran.err, "until: the plan makes it 2030-11-23, the store has 2027-01-01"));
}

TEST_CASE("a plan that was cut short or changed is refused") {
    Office office;
    office.write("rows.csv", Files(51).of("grant add"));
    REQUIRE(has(office.run(planned("grant add")).err, "plan: p.plan\n"));
    struct stat there {};
    REQUIRE(stat("p.plan", &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
    const auto whole = office.read("p.plan");
    const auto refused = [&](const std::string& text, int exit, std::string_view why) {
        office.write("bad.plan", text);
        for (const auto* verb : {"apply", "plan show", "plan check", "plan invert"}) {
            const auto ran = office.run(fmt::format("{} bad.plan", verb));
            CAPTURE(ran.err);
            CHECK(ran.exit == exit);
            CHECK(has(ran.err, why));
        }
    };
    const auto last = whole.rfind('\n', whole.size() - 2) + 1;
    refused(whole.substr(0, last), 9, "is cut short");
    refused(whole.substr(0, whole.size() - 1), 9, "is cut short");
    refused(whole.substr(0, whole.size() / 2), 9, "is cut short");
    auto edited = whole;
    edited.replace(edited.find("p-", 400), 3, "p-9");
    refused(edited, 9, "was changed after it was made");
    const auto second = whole.find('\n') + 1;
    refused(whole.substr(0, second) + whole.substr(whole.find('\n', second) + 1), 9,
            "another number of rows");
    auto newer = whole;
    newer.replace(newer.find("\"plan\":1"), 8, "\"plan\":2");
    refused(newer, 2, "of a plan of version 2, not 1");
    refused("person,org\n", 2, "is no plan that can be read");
    refused(R"({"plan":1,"plan":1})"
            "\n",
            2, "has the key 'plan' twice");
}

TEST_CASE("rows that the plan rejects are left out when that is said") {
    Office office;
    office.write("rows.csv",
                 "person,org,right,until\np-6,0566988259,raad,2028-01-01\n"
                 "p-99,0566988259,raad,2028-01-01\n");
    const auto plan = office.run("grant add --file rows.csv --plan p");
    CHECK(plan.exit == 2);
    CHECK(has(plan.err, "to do the others: dcadmin apply p --skip-stale\n"));
    const auto refused = office.run("apply p");
    CHECK(refused.exit == 2);
    CHECK(has(refused.err, "1 of the plan's 2 rows were rejected"));
    const auto others = office.run("apply p --skip-stale");
    CHECK(others.exit == 3);
    CHECK(has(others.err, "1 applied, 1 left out that the plan rejects\n"));
}

TEST_CASE("persons and rights are taken back to what they were; what stays is named") {
    Office office;
    const auto before = office.state();
    CHECK(office.run("person update p-1 --last-name Maes --email new@example.be --plan p").exit ==
          0);
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.state() != before);
    CHECK(office.run("plan invert p --plan back").exit == 0);
    CHECK(office.run("apply back").exit == 0);
    CHECK(office.state() == before);
    const auto right = office.run("right show raad -o csv").out;
    CHECK(office.run("right update raad --max-term 2y --default-term 1y --plan q").exit == 0);
    CHECK(office.run("apply q").exit == 0);
    CHECK(office.run("plan invert q --plan back").exit == 0);
    CHECK(office.run("apply back").exit == 0);
    CHECK(office.run("right show raad -o csv").out == right);

    CHECK(office.run("person update p-1 --phone 012345678 --plan p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto lasting = office.run("plan invert p --plan back");
    CHECK(lasting.exit == 3);
    CHECK(has(lasting.err, "row 1: phone was empty, and is not emptied again\n"));
    CHECK(office.run("org add --number 0200065765 --name Drie --plan p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto stays = office.run("plan invert p --plan back");
    CHECK(stays.exit == 3);
    CHECK(has(stays.err, "row 1: what 'org add' does stays: nothing is ever deleted\n"));
}

TEST_CASE("a new person's hidden fields do not make a row stale") {
    Office office;
    CHECK(office
              .run(fmt::format("person add --number {} --first-name An --last-name Nieuw "
                               "--email an@example.be --plan p",
                               number_of(50)))
              .exit == 0);
    CHECK(office.run("apply p").exit == 0);
    const auto again = office.run("apply p");
    CHECK(again.exit == 0);
    CHECK(has(again.err, "0 applied, 1 unchanged\n"));
}

TEST_CASE("rows that refer to records of earlier rows hold") {
    Office office;
    office.write("orgs.csv",
                 "number,name,parent\n0200065765,Moeder,\n0777999980,Dochter,0200065765\n");
    CHECK(office.run("org add --file orgs.csv --plan p").exit == 0);
    CHECK(has(office.read("p"), R"("parent":"row 1")"));
    office.must("org add --number 0244195916 --name Tussenin");  // takes the id that was made up
    CHECK(office.run("apply p").exit == 0);
    CHECK(office.run("apply p").exit == 0);
    office.check_whole();
}
