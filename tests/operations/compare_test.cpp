// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct Compared : RightsFixture {
    Person anna = add_person(2, "Anna", "Peeters");
    Person tom = add_person(3, "Tom", "Zonder");  // works nowhere
    Relation annas = add_relation(anna.id, org);
    Compared() {
        granted(new_grant("2026-11-01", "2027-10-31"));
        rights.grant(site_grant({aalst, brugge}));
        NewGrant hers = site_grant({brugge});
        hers.person = anna.id;
        hers.until = day("2026-11-23");
        rights.grant(hers);
    }

    /// "dienstencheques 2147…: p-1 | p-2" of each line.
    std::vector<std::string> lines(const ComparisonQuestion& question) {
        std::vector<std::string> all;
        for (const ComparedRight& right : rights.compare(question).rights) {
            std::string line = right.right.text();
            if (!right.context_name.empty()) line += " " + right.context_name;
            line += ":";
            for (const auto& one : right.have) line += " " + one.person.text();
            line += " |";
            for (const auto& one : right.lack) line += " " + one.person.text();
            all.push_back(line);
        }
        return all;
    }
};

}  // namespace

TEST_CASE("what one has and the other has not stands side by side, site by site") {
    Compared f;
    CHECK(f.lines({.persons = {f.lucas.id, f.anna.number}, .org = {}, .at = {}}) ==
          std::vector<std::string>{"dienstencheques Aalst: p-1 | p-2",
                                   "dienstencheques Brugge: p-1 p-2 |", "raadplegen: p-1 | p-2"});
    const auto comparison =
        f.rights.compare({.persons = {f.anna.id, f.lucas.id}, .org = f.org, .at = {}});
    CHECK(comparison.persons.at(0).name == "Anna Peeters");
    CHECK(comparison.rights.at(1).have.at(0).until == day("2026-11-23"));
    CHECK(comparison.rights.at(1).have.at(1).until == day("2027-11-23"));
}

TEST_CASE("rights are compared as they are on a day, both ends included") {
    Compared f;
    const std::vector<PersonRef> both{f.lucas.id, f.anna.id};
    CHECK(f.lines({.persons = both, .org = {}, .at = day("2026-11-24")}).at(1) ==
          "dienstencheques Brugge: p-1 | p-2");
    CHECK(f.lines({.persons = both, .org = {}, .at = day("2027-11-23")}).size() == 2);
    CHECK(f.lines({.persons = both, .org = {}, .at = day("2027-11-24")}).empty());
    CHECK(f.lines({.persons = both, .org = {}, .at = day("2026-10-31")}).empty());
    CHECK(f.lines({.persons = both, .org = f.add_org(2), .at = {}}).empty());
}

TEST_CASE("persons are compared with others, who must be known") {
    Compared f;
    const auto refusal = [&](std::vector<PersonRef> persons) {
        return refused(
            [&] { static_cast<void>(f.rights.compare({.persons = std::move(persons)})); });
    };
    CHECK(refusal({f.lucas.id}) == "usage person");
    CHECK(refusal({f.lucas.id, f.lucas.number}) == "usage person");
    CHECK(refusal({f.lucas.id, PersonId::from_stored(99)}) == "not_found person");
    CHECK(refused([&] {
              static_cast<void>(
                  f.rights.compare({.persons = {f.lucas.id, f.anna.id}, .org = org_number(9)}));
          }) == "not_found org");
}

TEST_CASE("what the others lack is copied to who works there, and told of who does not") {
    Compared f;
    const auto comparison = f.rights.compare({.persons = {f.lucas.id, f.anna.id, f.tom.id}});
    const CopyPlan plan = copy_missing(comparison);
    REQUIRE(plan.grants.size() == 2);
    CHECK(plan.grants[0].person == PersonRef(f.anna.id));
    CHECK(plan.grants[0].contexts == std::vector<ContextValue>{f.aalst});
    CHECK(plan.grants[0].reason == "as p-1 (person compare)");
    CHECK(plan.grants[1].right == f.plain);
    REQUIRE(plan.without.size() == 1);
    CHECK(plan.without[0].person == f.tom.id);
    for (const NewGrant& grant : plan.grants) CHECK(f.rights.grant(grant).changed);
    const auto after = f.rights.compare({.persons = {f.lucas.id, f.anna.id}});
    for (const ComparedRight& right : after.rights) CHECK(right.lack.empty());
    CHECK(copy_missing(after).grants.empty());
}

TEST_CASE("a right that is not offered to the target group somebody works for is not copied") {
    Compared f;
    RightChange change{.code = f.plain, .audiences = std::vector{Audience::lb}};
    f.rights.update(change);
    const auto plan = copy_missing(f.rights.compare({.persons = {f.lucas.id, f.anna.id}}));
    CHECK(plan.grants.size() == 1);
    CHECK(plan.without.size() == 1);
}
