// SPDX-License-Identifier: Apache-2.0
#include "designation_fixture.h"
#include "support/bulk.h"

#include <algorithm>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

constexpr auto cochief = AdministratorRole::cochief;
constexpr auto manager = AdministratorRole::manager;

}  // namespace

TEST_CASE("a chief appoints co-chiefs and managers, each recorded and told") {
    Bureau f;
    f.designation.designate(f.chief(f.clerk.id));
    f.act(f.clerk);
    const auto written = f.designation.appoint(f.office(cochief, f.helper.id));
    CHECK(written.changed);
    REQUIRE(written.item.size() == 1);
    CHECK(written.item.front().domain.is_all());
    CHECK(written.item.front().appointed_by == "Lucas Maes");
    CHECK(written.item.front().period.last() == day("9999-12-31"));
    CHECK(f.last_entry() == "administrator add 2");
    CHECK(f.notices().back() == "cochief.add p-3  a-2");
    const std::string before = f.trace();
    CHECK_FALSE(f.designation.appoint(f.office(cochief, f.helper.id)).changed);
    CHECK(f.trace() == before);
    f.check_whole();
}

TEST_CASE("several domains and sites make one office each, all or none") {
    Bureau f;
    const auto aalst = f.add_site(f.org, 1);
    const auto gent = f.add_site(f.org, 2, "Gent");
    NewOffice request = f.office(manager, f.helper.id, {domain("financien"), domain("Mobiliteit")});
    request.sites = {aalst, gent, aalst};
    CHECK(f.designation.appoint(request).item.size() == 4);
    CHECK(f.entries().back() == "administrator add 4");
    request.domains.push_back(domain("werkgelegenheid"));
    const auto more = f.designation.appoint(request);
    CHECK(more.changed);
    CHECK(more.item.size() == 6);
    const std::string before = f.trace();
    request.domains = {domain("sociale-zekerheid"), domain("financin")};
    CHECK(said([&] { f.designation.appoint(request); }) ==
          "no domain 'financin'; did you mean 'financien'?; see which there are: dcadmin domain "
          "list");
    CHECK(refused([&] { f.designation.appoint(request); }) == "not_found domain");
    request.domains = {domain("all"), domain("financien")};
    CHECK(refused([&] { f.designation.appoint(request); }) == "usage domain");
    request.domains = {};
    CHECK(refused([&] { f.designation.appoint(request); }) == "usage domain");
    request.domains = {domain("sociale-zekerheid")};
    request.sites = {f.add_site(f.add_org(2), 9, "Elders")};
    CHECK(refused([&] { f.designation.appoint(request); }) == "not_found site");
    CHECK(f.column("SELECT id FROM administrator").size() == 6);
    f.check_whole();
}

TEST_CASE("who appoints whom: the matrix") {
    Bureau f;
    f.function(f.stranger, "bestuurder", true, "2020-01-01", "2026-11-22");  // no more
    f.designation.designate(f.chief(f.boss.id));
    const auto tries = [&](const Person& who, AdministratorRole role, std::string_view code) {
        f.act(who);
        return refused([&] { f.designation.appoint(f.office(role, f.clerk.id, {domain(code)})); });
    };
    CHECK(tries(f.helper, cochief, "all") == "not_allowed as");
    CHECK(tries(f.helper, manager, "financien") == "not_allowed as");
    CHECK(tries(f.stranger, manager, "financien") == "not_allowed as");
    // A manager appoints in his own domain alone.
    f.act(f.boss);
    f.designation.appoint(f.office(manager, f.helper.id, {domain("financien")}));
    CHECK(tries(f.helper, manager, "financien") == "accepted");
    CHECK(tries(f.helper, manager, "mobiliteit") == "not_allowed as");
    CHECK(tries(f.helper, manager, "all") == "not_allowed as");
    CHECK(tries(f.helper, cochief, "financien") == "not_allowed as");
    // A co-chief of a domain too; of all, everywhere.
    f.act(f.boss);
    f.designation.appoint(f.office(cochief, f.helper.id, {domain("mobiliteit")}));
    CHECK(tries(f.helper, manager, "mobiliteit") == "accepted");
    CHECK(tries(f.helper, manager, "werkgelegenheid") == "not_allowed as");
    f.act(f.boss);
    f.designation.appoint(f.office(cochief, f.helper.id));
    CHECK(tries(f.helper, manager, "werkgelegenheid") == "accepted");
    CHECK(tries(f.helper, cochief, "all") == "not_allowed as");
    f.act_locally();
    CHECK(f.designation.appoint(f.office(cochief, f.clerk.id)).changed);
    f.check_whole();
}

TEST_CASE("a local administrator of some sites appoints nobody") {
    Bureau f;
    NewOffice request = f.office(manager, f.helper.id, {domain("financien")});
    request.sites = {f.add_site(f.org, 1)};
    f.designation.appoint(request);
    f.act(f.helper);
    CHECK(refused([&] {
              f.designation.appoint(f.office(manager, f.clerk.id, {domain("financien")}));
          }) == "not_allowed as");
}

TEST_CASE("an administrator works for the organisation or represents it on his first day") {
    Bureau f;
    CHECK(refused([&] { f.designation.appoint(f.office(cochief, f.stranger.id)); }) ==
          "rule person");
    f.function(f.stranger, "bestuurder", true, "2026-12-01", "9999-12-31");
    NewOffice request = f.office(cochief, f.stranger.id);
    request.from = day("2026-11-30");
    CHECK(refused([&] { f.designation.appoint(request); }) == "rule person");
    request.from = day("2026-12-01");
    CHECK(f.designation.appoint(request).item.front().state == OfficeState::future);
}

TEST_CASE("a period is kept, and one that overlaps another is a conflict") {
    Bureau f;
    NewOffice request = f.office(manager, f.clerk.id, {domain("financien")});
    request.from = day("2027-03-01");
    request.until = day("2028-02-29");
    f.designation.appoint(request);
    CHECK_FALSE(f.designation.appoint(request).changed);
    request.until = day("2028-03-01");
    CHECK(refused([&] { f.designation.appoint(request); }) == "conflict from");
    request.from = day("2028-03-01");
    CHECK(f.designation.appoint(request).changed);
    request.from = day("2026-11-22");
    CHECK(refused([&] { f.designation.appoint(request); }) == "rule from");
    request.from = day("2029-01-02");
    request.until = day("2029-01-01");
    CHECK(refused([&] { f.designation.appoint(request); }) == "rule until");
    CHECK(f.offices(day("2028-02-29")) ==
          Lines{"a-1 manager Lucas Maes active", "a-2 manager Lucas Maes future"});
}

TEST_CASE("an office ends at once or through a day; the person himself may go") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    f.designation.appoint(
        f.office(manager, f.clerk.id, {domain("financien"), domain("mobiliteit")}));
    f.act(f.helper);
    CHECK(refused([&] { f.designation.dismiss(f.leaves(manager, f.clerk.id)); }) ==
          "not_allowed as");
    f.act(f.clerk);
    OfficeEnd end = f.leaves(manager, f.clerk.id);
    end.domains = {domain("financien")};
    end.on = day("2026-11-30");
    end.reason = "other work";
    CHECK(f.designation.dismiss(end).item.front().state == OfficeState::active);
    CHECK(f.last_entry() == "administrator end 2 other work");
    CHECK(f.notices().back() == "manager.remove p-2  a-2@2026-11-30");
    CHECK_FALSE(f.designation.dismiss(end).changed);
    end = f.leaves(manager, f.clerk.id);
    CHECK(f.designation.dismiss(end).item.size() == 2);
    CHECK(f.offices() == Lines{"a-1 chief Greet Baas active", "a-2 manager Lucas Maes ended",
                               "a-3 manager Lucas Maes ended"});
    CHECK_FALSE(f.designation.dismiss(end).changed);
    CHECK(refused([&] { f.designation.dismiss(f.leaves(manager, f.helper.id)); }) ==
          "not_found person");
    // A new office after the end is a new one.
    f.act(f.boss);
    CHECK(f.designation.appoint(f.office(manager, f.clerk.id, {domain("financien")}))
              .item.front()
              .id.text() == "a-4");
    f.check_whole();
}

TEST_CASE("the last who administers at all does not go unforced") {
    Bureau f;
    f.designation.appoint(f.office(manager, f.clerk.id, {domain("financien")}));
    OfficeEnd end = f.leaves(manager, f.clerk.id);
    CHECK(refused([&] { f.designation.dismiss(end); }) == "rule force");
    end.force = true;
    end.reason = "stops";
    CHECK(f.designation.dismiss(end).changed);
}

TEST_CASE("offices are listed by domain, also those for all, and by person") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    f.designation.appoint(f.office(manager, f.clerk.id, {domain("financien")}));
    AdministratorFilter filter{.org = f.org,
                               .person = {},
                               .role = {},
                               .domain = domain("financien"),
                               .state = OfficeState::active,
                               .at = {},
                               .page = {}};
    const auto count = [&] { return f.designation.list(filter, [](const auto&) { return true; }); };
    CHECK(count() == 2);
    filter.domain = domain("mobiliteit");
    CHECK(count() == 1);
    filter.person = f.clerk.id;
    CHECK(count() == 0);
    filter.domain = domain("nergens");
    CHECK(refused([&] { count(); }) == "not_found domain");
}

TEST_CASE("a domain is data: dated, recorded, and refused outside its dates") {
    Bureau f;
    const NewDomain request{.code = domain("Onderwijs"),
                            .name_nl = "Onderwijs",
                            .name_fr = {},
                            .name_en = "Education",
                            .from = day("2027-01-01"),
                            .until = day("2028-02-29"),
                            .source = "letter"};
    CHECK(f.domains.add(request).changed);
    CHECK(f.last_entry() == "domain add 6");
    CHECK_FALSE(f.domains.add(request).changed);
    NewDomain other = request;
    other.name_nl = "School";
    CHECK(refused([&] { f.domains.add(other); }) == "conflict code");
    other.code = domain("all");
    CHECK(refused([&] { f.domains.add(other); }) == "usage code");
    other.code = domain("zorg");
    other.source = "";
    CHECK(refused([&] { f.domains.add(other); }) == "usage source");
    CHECK(f.domains.get(domain("onderwijs")).name_en == "Education");
    CHECK(refused([&] { f.designation.appoint(f.office(manager, f.clerk.id, {request.code})); }) ==
          "rule domain");
    f.clock.set(Timestamp::parse("2028-02-29T12:00:00Z"));
    CHECK(f.designation.appoint(f.office(manager, f.clerk.id, {request.code})).changed);
    f.clock.set(Timestamp::parse("2028-03-01T12:00:00Z"));
    CHECK(refused([&] { f.designation.appoint(f.office(manager, f.helper.id, {request.code})); }) ==
          "rule domain");
    f.check_whole();
}

TEST_CASE("a file of managers is one run, and its notices are one for each person") {
    Bureau f;
    const std::vector<std::variant<NewOffice, Error>> rows{
        f.office(manager, f.clerk.id, {domain("financien")}),
        f.office(manager, f.clerk.id, {domain("mobiliteit")}),
        f.office(manager, f.helper.id, {domain("financien")})};
    const auto outcome = run_rows(rows, {}, [&](const auto&... given) {
        return f.designation.appoint_rows(manager, given...);
    });
    CHECK(outcome.summary.count(bulk::State::applied) == 3);
    const auto notices = f.notices();
    CHECK(std::ranges::count(notices, "manager.add p-2  a-1 a-2") == 1);
    f.check_whole();
}
