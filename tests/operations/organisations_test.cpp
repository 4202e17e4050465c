// SPDX-License-Identifier: Apache-2.0
#include "support/bulk.h"
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

NewOrganisation organisation(std::uint64_t n, std::string name) {
    return {.number = org_number(n), .name = std::move(name), .parent = {}};
}

std::vector<std::string> listed(Fixture& f, const OrganisationFilter& filter) {
    std::vector<std::string> names;
    f.organisations.list(filter, [&](const Organisation& one) {
        names.push_back(one.name);
        return true;
    });
    return names;
}

std::vector<std::string> listed_sites(Fixture& f, const SiteFilter& filter) {
    std::vector<std::string> names;
    f.organisations.list_sites(filter, [&](const Site& one) {
        names.push_back(one.name);
        return true;
    });
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an organisation that was added is there, recorded in the system's chain") {
    Fixture f;
    const auto parent = f.add_org(1, "Groep");
    const auto written = f.organisations.add({.number = org_number(2),
                                              .name = "  Poetshulp Aalst ",
                                              .parent = parent,
                                              .language = Language::fr});
    CHECK(written.changed);
    const Organisation there = f.organisations.get(org_number(2));
    CHECK(there.name == "Poetshulp Aalst");
    CHECK(there.parent == parent);
    CHECK(there.language == Language::fr);
    CHECK(f.last_entry() == "organisation add 2");
    CHECK(f.column("SELECT organisation_id FROM audit_chain WHERE length > 0 AND id <> 1").empty());
    CHECK(f.column("SELECT after_image FROM audit_entry ORDER BY id DESC").front() ==
          "number=" + org_number(2).digits().substr(1) +
              "\nname=Poetshulp Aalst\nparent=1\nlanguage=fr\n");
    CHECK(f.notices().empty());
    CHECK(f.problems().empty());
}

TEST_CASE("adding the same organisation again changes nothing") {
    Fixture f;
    f.add_org(1, "Poetshulp");
    const std::string before = f.trace();
    CHECK_FALSE(f.organisations.add(organisation(1, "Poetshulp")).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("an organisation that is there with other values is a conflict about the value") {
    Fixture f;
    const auto parent = f.add_org(2, "Groep");
    f.add_org(1, "Poetshulp");
    const std::string before = f.trace();
    NewOrganisation request = organisation(1, "Strijkatelier");
    CHECK(refused([&] { f.organisations.add(request); }) == "conflict name");
    request = organisation(1, "Poetshulp");
    request.parent = parent;
    CHECK(refused([&] { f.organisations.add(request); }) == "conflict parent");
    request.parent = {};
    request.language = Language::de;
    CHECK(refused([&] { f.organisations.add(request); }) == "conflict language");
    CHECK(f.trace() == before);
}

TEST_CASE(
    "an organisation without a name, with an unknown parent or as its own parent is refused") {
    Fixture f;
    const std::string before = f.trace();
    CHECK(refused([&] { f.organisations.add(organisation(1, "  ")); }) == "usage name");
    CHECK(refused([&] { f.organisations.add(organisation(1, "a\x1b[2Jb")); }) == "usage name");
    NewOrganisation request = organisation(1, "Poetshulp");
    request.parent = org_number(9);
    CHECK(refused([&] { f.organisations.add(request); }) == "not_found parent");
    request.parent = org_number(1);
    CHECK(refused([&] { f.organisations.add(request); }) == "rule parent");
    CHECK(f.trace() == before);
}

TEST_CASE("an unknown organisation is not found, with the command that adds it") {
    Fixture f;
    CHECK(refused([&] { static_cast<void>(f.organisations.get(org_number(1))); }) ==
          "not_found org");
    CHECK(said([&] { static_cast<void>(f.organisations.get(org_number(1))); }) ==
          "no organisation " + org_number(1).formatted() +
              " in the store; check the number, or add it: dcadmin org add --number " +
              org_number(1).digits() + " --name NAME");
}

TEST_CASE("organisations are found by words without their accents and by the number's beginning") {
    Fixture f;
    f.add_org(1, "Ménage Énergie");
    f.add_org(2, "Poetshulp 100%_Net");
    f.add_org(3, "Strijkatelier Käthe");
    CHECK(listed(f, {.text = "energie MENAGE"}) == Names{"Ménage Énergie"});
    CHECK(listed(f, {.text = "kathe"}) == Names{"Strijkatelier Käthe"});
    CHECK(listed(f, {.text = "%_"}) == Names{"Poetshulp 100%_Net"});
    CHECK(listed(f, {.text = "0_net"}).empty());
    CHECK(listed(f, {.text = org_number(2).formatted()}) == Names{"Poetshulp 100%_Net"});
    CHECK(listed(f, {.text = "0400"}).size() == 3);
    CHECK(listed(f, {.text = "12345678901"}).empty());
}

TEST_CASE("organisations are sorted, turned round, paged and counted as asked") {
    Fixture f;
    f.add_org(3, "Alfa");
    f.add_org(1, "delta");
    f.add_org(2, "Éclair");
    CHECK(listed(f, {}) == Names{"Alfa", "delta", "Éclair"});
    CHECK(listed(f, {.page = {.sort = "number"}}) == Names{"delta", "Éclair", "Alfa"});
    CHECK(listed(f, {.page = {.sort = "name", .reverse = true}}) ==
          Names{"Éclair", "delta", "Alfa"});
    const OrganisationFilter second{.page = {.limit = 1, .offset = 1}};
    CHECK(listed(f, second) == Names{"delta"});
    CHECK(f.organisations.list(second, [](const Organisation&) { return true; }) == 3);
    CHECK(f.organisations.list({}, [](const Organisation&) { return false; }) == 3);
    CHECK(refused([&] { listed(f, {.page = {.sort = "nmae"}}); }) == "usage sort");
}

TEST_CASE("organisations are filtered by their parent") {
    Fixture f;
    const auto parent = f.add_org(1, "Groep");
    f.add_org(2, "Dochter", parent);
    CHECK(listed(f, {.parent = parent}) == Names{"Dochter"});
    CHECK(refused([&] { listed(f, {.parent = org_number(9)}); }) == "not_found parent");
}

TEST_CASE("a site that was added is there, recorded in its organisation's chain") {
    Fixture f;
    const auto org = f.add_org(1);
    const auto written =
        f.organisations.add_site({.org = org, .number = site_number(1), .name = "Aalst"});
    CHECK(written.changed);
    CHECK(f.organisations.get_site(site_number(1), {}).name == "Aalst");
    CHECK(f.last_entry() == "site add 1");
    CHECK(f.column("SELECT organisation_id || ' ' || length FROM audit_chain WHERE id > 1") ==
          Names{"1 1"});
    CHECK(f.problems().empty());
}

TEST_CASE("a site is unchanged with the same name, a conflict with another or elsewhere") {
    Fixture f;
    const auto org = f.add_org(1);
    const auto other = f.add_org(2);
    f.add_site(org, 1, "Aalst");
    const std::string before = f.trace();
    const auto add = [&](EnterpriseNumber whose, std::string name) {
        return f.organisations.add_site(
            {.org = whose, .number = site_number(1), .name = std::move(name)});
    };
    CHECK_FALSE(add(org, "Aalst").changed);
    CHECK(refused([&] { add(org, "Gent"); }) == "conflict name");
    CHECK(refused([&] { add(other, "Aalst"); }) == "conflict number");
    CHECK(refused([&] { add(org_number(9), "Aalst"); }) == "not_found org");
    CHECK(refused([&] { add(org, " "); }) == "usage name");
    CHECK(f.trace() == before);
}

TEST_CASE("sites are looked up by number and organisation") {
    Fixture f;
    const auto org = f.add_org(1);
    const auto other = f.add_org(2);
    f.add_site(org, 1, "Aalst");
    CHECK(f.organisations.get_site(site_number(1), org).name == "Aalst");
    const auto get = [&](std::uint64_t n, std::optional<EnterpriseNumber> whose) {
        return refused([&] { static_cast<void>(f.organisations.get_site(site_number(n), whose)); });
    };
    CHECK(get(2, {}) == "not_found site");
    CHECK(get(1, other) == "not_found site");
    CHECK(get(1, org_number(9)) == "not_found org");
}

TEST_CASE("sites are listed by organisation, name and beginning of their number") {
    Fixture f;
    const auto org = f.add_org(1);
    const auto other = f.add_org(2);
    f.add_site(org, 1, "Liège");
    f.add_site(org, 2, "Aalst");
    f.add_site(other, 3, "Gent");
    f.organisations.add_site(
        {.org = other, .number = SiteNumber::parse("980000611888"), .name = "Brugge"});
    CHECK(listed_sites(f, {.org = org}) == Names{"Aalst", "Liège"});
    CHECK(listed_sites(f, {.text = "liege"}) == Names{"Liège"});
    CHECK(listed_sites(f, {.text = "98000061"}) == Names{"Brugge"});
    CHECK(listed_sites(f, {.text = "2.100.0"}) == Names{"Aalst", "Gent", "Liège"});
    CHECK(listed_sites(f, {.page = {.sort = "org", .reverse = true, .limit = 1}}) == Names{"Gent"});
}

TEST_CASE("organisations and sites by file: a parent may stand in an earlier row") {
    Fixture f;
    NewOrganisation daughter = organisation(2, "Dochter");
    daughter.parent = org_number(1);
    const auto add = [&](const auto& source, const auto& options, const auto& sink) {
        return f.organisations.add_rows(source, options, sink);
    };
    const auto outcome = run_rows<NewOrganisation>({organisation(1, "Groep"), daughter}, {}, add);
    CHECK(outcome.states() == "applied applied");
    CHECK(outcome.results.at(2).id == org_number(2).digits());
    CHECK(outcome.summary.committed);
    const auto sites = run_rows<NewSite>(
        {NewSite{.org = org_number(2), .number = site_number(1), .name = "Aalst"},
         NewSite{.org = org_number(2), .number = site_number(1), .name = "Aalst"}},
        {}, [&](const auto& source, const auto& options, const auto& sink) {
            return f.organisations.add_site_rows(source, options, sink);
        });
    CHECK(sites.states() == "applied unchanged");
}

}  // namespace dcadmin::test
