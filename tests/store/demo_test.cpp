// SPDX-License-Identifier: Apache-2.0
// The example of the information session, loaded through the operations.
#include <dcadmin/audit.h>
#include <dcadmin/demo.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>

#include "scratch.h"

#include <doctest/doctest.h>

using namespace dcadmin;

namespace {

struct Loaded {
    FixedClock clock{dcadmin::testing::test_moment()};
    Store store = Store::in_memory(clock);
    Env env{store, clock, {"tester", {}}, "store init"};
    Loaded() { load_demo(env); }
};

const auto company = EnterpriseNumber::from_stored(777'999'980);
const auto vouchers = RightCode::parse("dienstencheques-erkende-onderneming");

std::vector<Grant> grants_of(const Env& env) {
    std::vector<Grant> grants;
    Rights(env).list_grants({}, [&](const Grant& grant) {
        grants.push_back(grant);
        return true;
    });
    return grants;
}

}  // namespace

TEST_CASE("the example has the deck's company, branches, persons and rights") {
    Loaded loaded;
    CHECK(Organisations(loaded.env).get(company).name == "Mijn Bedrijf");
    const auto any = [](const auto&) { return true; };
    CHECK(Organisations(loaded.env).list_sites({}, any) == 8);
    CHECK(Persons(loaded.env).list({}, any) == 4);
    CHECK(Persons(loaded.env).list_relations({}, any) == 4);
    CHECK(Rights(loaded.env).list({}, any) == 14);
    CHECK(Organisations(loaded.env).get_site(SiteNumber::parse("980000123456"), {}).name ==
          "Een vestiging");
    const Relation relation = Persons(loaded.env).get_relation(RelationId::from_stored(4));
    CHECK(relation.name == "Lucas Maes");
    CHECK(relation.period.formatted() == "02/10/2020 - 02/10/2030");
    CHECK(relation.category == Category::permanent);
}

TEST_CASE("the example has the deck's grant, which has ended, and one that is valid now") {
    Loaded loaded;
    const auto grants = grants_of(loaded.env);
    REQUIRE(grants.size() == 2);
    CHECK(grants[0].name == "Lucas Maes");
    CHECK(grants[0].period.formatted() == "02/10/2020 - 02/10/2024");
    CHECK(grants[0].context_name == "Een vestiging");
    CHECK(grants[0].reason == "Beheerder dienstencheques");
    CHECK(grants[0].state == GrantState::ended);
    CHECK(grants[1].name == "Anna Peeters");
    CHECK(grants[1].context_name == "Aalst");
    CHECK(grants[1].state == GrantState::active);
    const auto access = Rights(loaded.env)
                            .access({.person = grants[1].person,
                                     .right = vouchers,
                                     .org = {},
                                     .context = {},
                                     .at = {}});
    REQUIRE(access.size() == 1);
    CHECK(access[0].org == company);
}

TEST_CASE("loading the example again changes nothing, on another day either") {
    Loaded loaded;
    const auto before = Audit(loaded.env).checkpoint();
    load_demo(loaded.env);
    for (const char* at :
         {"2027-03-01T12:00:00Z", "2030-10-01T12:00:00Z", "2031-01-01T12:00:00Z"}) {
        CAPTURE(at);
        loaded.clock.set(Timestamp::parse(at));
        load_demo(loaded.env);
        const auto after = Audit(loaded.env).checkpoint();
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < after.size(); ++i) CHECK(after[i].head == before[i].head);
    }
}

TEST_CASE("the example is audited and breaks no invariant") {
    Loaded loaded;
    CHECK(loaded.store.check(loaded.clock).empty());
    const AuditReport report = Audit(loaded.env).verify();
    CHECK(report.problem_count == 0);
    CHECK(report.chains == 2);
    CHECK(report.entries == 1 + 8 + 14 + 4 + 4 + 2);
}
