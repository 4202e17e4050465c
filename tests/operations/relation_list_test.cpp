// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Ids = std::vector<std::string>;

// r-1 runs, r-2 ends this year, r-3 is to begin, r-4 is over, r-5 was ended at once today.
struct Listed : Fixture {
    EnterpriseNumber org = add_org(1, "Zeta");
    EnterpriseNumber other = add_org(2, "Alfa");
    Person mia = add_person(1, "Mia", "Zwart");
    Person ann = add_person(2, "Änn", "Peeters");

    Listed() {
        add_relation(mia.id, org, "2026-01-01", "2030-12-31");
        add_relation(ann.id, org, "2025-01-01", "2026-12-31");
        add_relation(mia.id, other, "2027-01-01", "2028-12-31");
        add_relation(ann.id, other, "2020-01-01", "2021-12-31");
        add_relation(ann.id, other, "2026-01-01", "2029-12-31", Audience::lb);
        persons.end_relation({.person = ann.id, .org = other, .at_once = true});
    }
    Ids ids(const RelationFilter& filter) {
        Ids found;
        persons.list_relations(filter, [&](const Relation& one) {
            found.push_back(one.id.text());
            return true;
        });
        return found;
    }
};

}  // namespace

TEST_CASE("working relations are filtered by person, organisation, audience and category") {
    Listed f;
    CHECK(f.ids({}) == Ids{"r-1", "r-2", "r-3", "r-4", "r-5"});
    CHECK(f.ids({.person = f.mia.id}) == Ids{"r-1", "r-3"});
    CHECK(f.ids({.person = f.ann.number, .org = f.org}) == Ids{"r-2"});
    CHECK(f.ids({.audience = Audience::lb}) == Ids{"r-5"});
    CHECK(f.ids({.category = Category::external}).empty());
    CHECK(refused([&] { f.ids({.person = person_number(9)}); }) == "not_found person");
    CHECK(refused([&] { f.ids({.org = org_number(9)}); }) == "not_found org");
}

TEST_CASE("working relations are filtered by their state, now or on a day") {
    Listed f;
    CHECK(f.ids({.state = RelationState::active}) == Ids{"r-1", "r-2"});
    CHECK(f.ids({.state = RelationState::future}) == Ids{"r-3"});
    CHECK(f.ids({.state = RelationState::ended}) == Ids{"r-4", "r-5"});
    CHECK(f.ids({.state = RelationState::active, .at = day("2026-11-22")}) ==
          Ids{"r-1", "r-2", "r-5"});
    CHECK(f.ids({.state = RelationState::active, .at = day("2026-11-23")}) == Ids{"r-1", "r-2"});
    CHECK(f.ids({.state = RelationState::active, .at = day("2027-01-01")}) == Ids{"r-1", "r-3"});
    CHECK(f.ids({.state = RelationState::ended, .at = day("2021-12-31")}).empty());
    CHECK(f.ids({.state = RelationState::ended, .at = day("2022-01-01")}) == Ids{"r-4"});
}

TEST_CASE("the state shown is that of the day asked for") {
    Listed f;
    const auto state = [&](std::int64_t id, std::optional<Date> at) {
        return name_of(f.persons.get_relation(RelationId::from_stored(id), at).state);
    };
    CHECK(state(5, {}) == "ended");
    CHECK(state(5, day("2026-11-22")) == "active");
    CHECK(state(5, day("2025-12-31")) == "future");
    CHECK(state(1, day("2030-12-31")) == "active");
    CHECK(state(1, day("2031-01-01")) == "ended");
    CHECK(parse_relation_state(" Future ") == RelationState::future);
    CHECK(refused([] { static_cast<void>(parse_relation_state("gone")); }) == "usage ");
}

TEST_CASE("working relations are sorted, turned round, paged and counted") {
    Listed f;
    CHECK(f.ids({.page = {.sort = "name"}}) == Ids{"r-2", "r-4", "r-5", "r-1", "r-3"});
    CHECK(f.ids({.page = {.sort = "org"}}) == Ids{"r-1", "r-2", "r-3", "r-4", "r-5"});
    CHECK(f.ids({.page = {.sort = "from"}}) == Ids{"r-4", "r-2", "r-1", "r-5", "r-3"});
    CHECK(f.ids({.page = {.sort = "until", .reverse = true, .limit = 2}}) == Ids{"r-1", "r-5"});
    CHECK(f.ids({.page = {.offset = 3}}) == Ids{"r-4", "r-5"});
    const RelationFilter page{.org = f.other, .page = {.limit = 1}};
    CHECK(f.persons.list_relations(page, [](const Relation&) { return true; }) == 3);
    CHECK(refused([&] { f.ids({.page = {.sort = "phone"}}); }) == "usage sort");
}

TEST_CASE("an unknown working relation is not found") {
    Listed f;
    CHECK(refused([&] {
              static_cast<void>(f.persons.get_relation(RelationId::from_stored(99)));
          }) == "not_found id");
}

}  // namespace dcadmin::test
