// SPDX-License-Identifier: Apache-2.0
// Plans by their properties, over random files of a small store: a plan that is applied does what
// the run does, applied again it changes nothing, and taken back it leaves who has access, and
// until when, as it was.
#include "plan_office.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace dcadmin::test;
using Office = PlanOffice;

namespace {

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
    for (unsigned seed = 1; seed <= 2; ++seed) {
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
    for (unsigned seed = 21; seed <= 22; ++seed) {
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
