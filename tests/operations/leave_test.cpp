// SPDX-License-Identifier: Apache-2.0
#include "rights_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>

#include <doctest/doctest.h>

#include <algorithm>

namespace dcadmin::test {

namespace {

struct Leaving : RightsFixture {
    Leavers leavers{env};
    EnterpriseNumber other = add_org(2, "Strijkhulp");

    [[nodiscard]] LeaveRequest request() const { return {.person = lucas.id, .reason = "new job"}; }
    [[nodiscard]] std::vector<std::string> shown(const std::vector<LeaveItem>& items) const {
        std::vector<std::string> lines;
        for (const LeaveItem& item : items) {
            lines.push_back(item.id + " " + item.what + " " +
                            (item.until ? item.until->iso() : "-") + " > " + item.ends.iso());
        }
        return lines;
    }
};

}  // namespace

TEST_CASE("the preview of leaving names all that would end, and changes nothing") {
    Leaving f;
    f.granted(f.new_grant("2026-01-01", "2027-12-31"));
    f.granted(f.site_grant({f.aalst}));
    f.add_relation(f.lucas.id, f.other);
    const auto before = f.trace();
    const auto items = f.leavers.preview(f.request());
    CHECK(f.shown(items) ==
          std::vector<std::string>{"r-1 vaste medewerker 2030-12-31 > 2026-11-23",
                                   "g-2 Recht dienstencheques, Aalst 2027-11-23 > 2026-11-23",
                                   "g-1 Recht raadplegen 2027-12-31 > 2026-11-23",
                                   "r-2 vaste medewerker 2030-12-31 > 2026-11-23"});
    CHECK(f.trace() == before);
}

TEST_CASE("leaving ends relations and grants of all organisations on that day") {
    Leaving f;
    f.granted(f.new_grant("2026-01-01", "2027-12-31"));
    f.add_relation(f.lucas.id, f.other);
    auto request = f.request();
    request.on = day("2026-12-31");
    const auto before = f.entries().size();
    const auto left = f.leavers.leave(request);
    CHECK(left.changed);
    CHECK(left.item.size() == 3);
    CHECK(f.persons.get_relation(RelationId::from_stored(1)).period.last() == day("2026-12-31"));
    CHECK(f.persons.get_relation(RelationId::from_stored(2)).period.last() == day("2026-12-31"));
    CHECK(f.rights.get_grant(GrantId::from_stored(1)).period.last() == day("2026-12-31"));
    CHECK(f.entries().size() == before + 3);
    CHECK(f.last_entry() == "relation end 2 new job");
    CHECK(f.notices().back().starts_with("person.leave p-1 "));
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify().problem_count == 0);
}

TEST_CASE("leaving twice changes nothing the second time") {
    Leaving f;
    CHECK(f.leavers.leave(f.request()).changed);
    const auto before = f.trace();
    CHECK_FALSE(f.leavers.leave(f.request()).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("who went on a day that has passed is unchanged when his list is run again") {
    Leaving f;
    auto request = f.request();
    request.on = day("2026-11-24");
    CHECK(f.leavers.leave(request).changed);
    f.clock.set(Timestamp::parse("2026-11-26T09:00:00Z"));
    const auto before = f.trace();
    CHECK_FALSE(f.leavers.leave(request).changed);
    CHECK(f.leavers.preview(request).empty());
    CHECK(f.trace() == before);
    // A day before that one would take back access that he had.
    request.on = day("2026-11-23");
    CHECK_THROWS_AS(f.leavers.leave(request), Error);
}

TEST_CASE("leaving one organisation leaves the others alone") {
    Leaving f;
    f.add_relation(f.lucas.id, f.other);
    auto request = f.request();
    request.org = f.other;
    CHECK(f.leavers.leave(request).item.size() == 1);
    CHECK(f.persons.get_relation(RelationId::from_stored(1)).period.last() == day("2030-12-31"));
}

TEST_CASE("relations of two target groups of one organisation both end") {
    Leaving f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2028-12-31", Audience::lb);
    CHECK(f.leavers.leave(f.request()).item.size() == 2);
    CHECK(f.leavers.preview(f.request()).empty());
}

TEST_CASE("what would begin after the last day never begins") {
    Leaving f;
    f.add_relation(f.lucas.id, f.other, "2027-01-01", "2028-12-31");
    const auto left = f.leavers.leave(f.request());
    CHECK(left.item.back().ends == f.today());
    CHECK(f.persons.get_relation(RelationId::from_stored(2)).state == RelationState::ended);
    CHECK(f.problems().empty());
}

TEST_CASE("leaving is refused with words for a day that has passed, no reason, or nobody known") {
    Leaving f;
    auto past = f.request();
    past.on = day("2026-11-22");
    CHECK(refused([&] { f.leavers.leave(past); }) == "usage on");
    auto silent = f.request();
    silent.reason = " ";
    CHECK(said([&] { f.leavers.leave(silent); }) == "leaving wants a reason; give --reason");
    auto nobody = f.request();
    nobody.person = PersonId::from_stored(99);
    CHECK(refused([&] { f.leavers.leave(nobody); }) == "not_found person");
    auto nowhere = f.request();
    nowhere.org = org_number(77);
    CHECK(refused([&] { f.leavers.leave(nowhere); }) == "not_found org");
}

TEST_CASE("offices end with the person, and the last administrator needs a successor or force") {
    Leaving f;
    const auto office = [&](std::int64_t person, const std::string& role) {
        f.run(
            "INSERT INTO administrator (organisation_id, person_id, role, context_id, email, "
            "phone, "
            "valid_from, valid_until, ended_at, reason, operation_id) VALUES (1, " +
            std::to_string(person) + ", '" + role +
            "', 0, '', '', '2026-01-01', '9999-12-31', '', '', 1)");
    };
    office(1, "chief");
    CHECK(said([&] {
              f.leavers.leave(f.request());
          }).starts_with("p-1 is the last administrator of "));
    CHECK(f.persons.get_relation(RelationId::from_stored(1)).state == RelationState::active);
    f.add_person(2, "Anna", "Peeters");
    office(2, "cochief");
    const auto left = f.leavers.leave(f.request());
    CHECK(left.item.back().what == "chief");
    CHECK(f.column("SELECT valid_until FROM administrator WHERE person_id = 1") ==
          std::vector<std::string>{"2026-11-23"});
    LeaveRequest anna{.person = PersonId::from_stored(2), .reason = "closing down"};
    CHECK(refused([&] { f.leavers.leave(anna); }) == "rule person");
    anna.force = true;
    CHECK(f.leavers.leave(anna).changed);
}

TEST_CASE("a file of leavers is one run, and a dry run of it changes nothing") {
    Leaving f;
    f.granted(f.new_grant("2026-01-01", "2027-12-31"));
    const auto before = f.trace();
    bulk::Options options;
    options.dry_run = true;
    const auto run = [&](const auto& source, const auto& how, const auto& sink) {
        return f.leavers.leave_rows(source, how, sink);
    };
    const auto dry = run_rows<LeaveRequest>({f.request()}, options, run);
    CHECK(dry.of(1) == "applied");
    CHECK(dry.results.at(1).message == "1 relations, 1 grants and 0 offices end");
    CHECK(f.trace() == before);
    options.dry_run = false;
    CHECK(run_rows<LeaveRequest>({f.request(), f.request()}, options, run).states() ==
          "applied unchanged");
}

}  // namespace dcadmin::test
