// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

TEST_CASE("a grant without dates begins today and lasts the right's usual duration") {
    RightsFixture f;
    const auto written = f.rights.grant(f.new_grant());
    CHECK(written.changed);
    REQUIRE(written.item.size() == 1);
    const Grant& grant = written.item[0];
    CHECK(grant.period == DateRange::of(day("2026-11-23"), day("2027-11-23")));
    CHECK(grant.state == GrantState::active);
    CHECK(grant.name == "Lucas Maes");
    CHECK(grant.granted_by == "tester");
    CHECK(grant.granted_at == f.clock.now());
    CHECK(written.remark.empty());
}

TEST_CASE("a grant is recorded in its organisation's chain and told to the person") {
    RightsFixture f;
    const Grant grant = f.granted(f.new_grant());
    CHECK(f.last_entry().starts_with("grant add"));
    CHECK(f.notices().back().find("grant.add") == 0);
    CHECK(f.notices().back().find(grant.id.text() + "@2027-11-23") != std::string::npos);
    CHECK(f.problems().empty());
}

TEST_CASE("a grant with several sites makes one grant each, all or none") {
    RightsFixture f;
    const auto written = f.rights.grant(f.site_grant({f.aalst, f.brugge, f.aalst}));
    CHECK(written.item.size() == 2);
    CHECK(written.item[0].context_name == "Aalst");
    const auto before = f.trace();
    CHECK(refused([&] {
              f.rights.grant(f.site_grant({f.brugge, site_number(99)}));
          }) == "not_found site");
    CHECK(f.trace() == before);
}

TEST_CASE("a right with contexts is not granted without one, one without contexts not with one") {
    RightsFixture f;
    CHECK(refused([&] { f.rights.grant(f.site_grant({})); }) == "rule site");
    NewGrant request = f.new_grant();
    request.contexts = {f.aalst};
    CHECK(refused([&] { f.rights.grant(request); }) == "rule site");
    request.right = f.drilling;
    CHECK(refused([&] { f.rights.grant(request); }) == "not_found site");
    request.contexts = {RoleCode::parse("invoeder")};
    CHECK(said([&] { f.rights.grant(request); }).find("did you mean 'invoerder'?") !=
          std::string::npos);
    request.contexts = {RoleCode::parse("invoerder")};
    CHECK(text_of(*f.granted(request).context) == "invoerder");
}

TEST_CASE("a site of another organisation is no context here") {
    RightsFixture f;
    const auto other = f.add_org(2, "Strijkatelier");
    const auto theirs = f.add_site(other, 7, "Gent");
    CHECK(refused([&] { f.rights.grant(f.site_grant({theirs})); }) == "not_found site");
}

TEST_CASE("who or what a grant names must be there") {
    RightsFixture f;
    NewGrant request = f.new_grant();
    request.person = person_number(77);
    CHECK(refused([&] { f.rights.grant(request); }) == "not_found person");
    request = f.new_grant();
    request.person = PersonId::from_stored(77);
    CHECK(refused([&] { f.rights.grant(request); }) == "not_found person");
    request = f.new_grant();
    request.org = org_number(50);
    CHECK(refused([&] { f.rights.grant(request); }) == "not_found org");
    request = f.new_grant();
    request.right = RightCode::parse("raadplege");
    CHECK(refused([&] { f.rights.grant(request); }) == "not_found right");
}

TEST_CASE("an error about a person shows no whole national number") {
    RightsFixture f;
    NewGrant request = f.new_grant();
    const NationalNumber number = person_number(77);
    request.person = number;
    const std::string text = said([&] { f.rights.grant(request); });
    CHECK(text.find(number.revealed()) == std::string::npos);
    CHECK(text.find(number.revealed_digits()) == std::string::npos);
}

TEST_CASE("a person without a working relation there is refused, with the command that makes one") {
    RightsFixture f;
    const auto other = f.add_org(2, "Strijkatelier");
    NewGrant request = f.new_grant();
    request.org = other;
    CHECK(refused([&] { f.rights.grant(request); }) == "rule person");
    CHECK(said([&] { f.rights.grant(request); }).find("dcadmin relation add") != std::string::npos);
}

TEST_CASE("a right that the relation's target group is not offered is refused") {
    RightsFixture f;
    const auto school = f.add_org(3, "School");
    f.add_relation(f.lucas.id, school, "2026-01-01", "2030-12-31", Audience::ov);
    NewGrant request = f.new_grant();
    request.org = school;
    CHECK(refused([&] { f.rights.grant(request); }) == "rule right");
}

TEST_CASE("an ended working relation carries no grant, a coming one carries it from its begin") {
    RightsFixture f;
    const auto past = f.add_org(4, "Vroeger");
    f.add_relation(f.lucas.id, past, "2020-01-01", "2024-12-31");
    NewGrant request = f.new_grant();
    request.org = past;
    CHECK(refused([&] { f.rights.grant(request); }) == "rule person");
    const auto later = f.add_org(5, "Later");
    f.add_relation(f.lucas.id, later, "2027-02-01", "2030-12-31");
    request.org = later;
    CHECK(f.granted(request).period.first() == day("2027-02-01"));
}

TEST_CASE("a longer request is cut to the working relation and to the right's longest duration") {
    RightsFixture f;
    auto written = f.rights.grant(f.new_grant("2026-12-01", "2039-01-01"));
    CHECK(written.item[0].period.last() == day("2030-12-01"));
    CHECK(written.remark.find("the longest this right may last") != std::string::npos);
    written = f.rights.grant(f.site_grant({f.aalst}));
    CHECK(written.remark.empty());
    NewGrant request = f.site_grant({f.brugge});
    request.from = day("2028-01-01");
    request.until = day("2031-06-30");
    written = f.rights.grant(request);
    CHECK(written.item[0].period.last() == day("2030-12-31"));
    CHECK(written.remark == "until cut to 31/12/2030, the end of the working relation");
}

TEST_CASE("a begin before the working relation is cut to it") {
    RightsFixture f;
    const auto written = f.rights.grant(f.new_grant("2025-06-01", "2026-12-31"));
    CHECK(written.item[0].period == DateRange::of(day("2026-01-01"), day("2026-12-31")));
    CHECK(written.remark == "from cut to 01/01/2026, the begin of the working relation");
}

TEST_CASE("an end before the begin is refused") {
    RightsFixture f;
    CHECK(refused([&] { f.rights.grant(f.new_grant("2027-01-02", "2027-01-01")); }) ==
          "usage until");
}

TEST_CASE(
    "a usual duration of four years from 29 February ends on the 29th, of one year on the 28th") {
    RightsFixture f;
    NewGrant request = f.new_grant();
    request.from = day("2028-02-29");
    CHECK(f.granted(request).period.last() == day("2029-02-28"));
}

TEST_CASE("the same grant again is unchanged, with or without its dates") {
    RightsFixture f;
    const Grant grant = f.granted(f.new_grant("2026-11-01", "2027-06-30"));
    const auto before = f.trace();
    for (const NewGrant& request : {f.new_grant("2026-11-01", "2027-06-30"), f.new_grant()}) {
        const auto again = f.rights.grant(request);
        CHECK_FALSE(again.changed);
        CHECK(again.item.at(0).id == grant.id);
    }
    NewGrant only_end = f.new_grant();
    only_end.until = day("2027-06-30");
    CHECK_FALSE(f.rights.grant(only_end).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("another end is a conflict that names the command to extend") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2027-06-30"));
    CHECK(refused([&] { f.rights.grant(f.new_grant("2026-11-01", "2028-06-30")); }) ==
          "conflict until");
    CHECK(said([&] {
              f.rights.grant(f.new_grant("2027-06-30", "2028-06-30"));
          }).find("dcadmin grant extend --person p-1") != std::string::npos);
}

TEST_CASE("grants of one right that touch but do not overlap stand side by side") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2027-06-30"));
    CHECK(f.rights.grant(f.new_grant("2027-07-01", "2028-06-30")).changed);
    CHECK(f.problems().empty());
}

TEST_CASE("after a revocation the same request is a new grant") {
    RightsFixture f;
    const Grant first = f.granted(f.new_grant("2026-11-01", "2027-06-30"));
    f.rights.revoke(f.revocation());
    const auto again = f.rights.grant(f.new_grant("2026-11-01", "2027-06-30"));
    CHECK(again.changed);
    CHECK(again.item.at(0).id != first.id);
    CHECK(f.problems().empty());
}

TEST_CASE("a person who acts for another is recorded as claimed, and must exist") {
    RightsFixture f;
    Env as_chief{f.store, f.clock, {"tester", PersonRef(f.lucas.number)}, "grant add"};
    CHECK(Rights(as_chief).grant(f.new_grant()).item.at(0).granted_by ==
          "p-1 (claimed, by tester)");
    Env as_nobody{f.store, f.clock, {"tester", PersonRef(person_number(77))}, "grant add"};
    CHECK(refused([&] { Rights(as_nobody).grant(f.new_grant("2027-12-01", "2027-12-31")); }) ==
          "not_found as");
}
