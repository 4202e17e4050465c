// SPDX-License-Identifier: Apache-2.0
// Accreditations of companies, and who may see and set them.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/company.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct CompanyFixture : Fixture {
    Companies companies{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");

    CompanyUpdate update(std::string_view number) {
        return {.org = org,
                .number = AccreditationNumber::parse(number),
                .activities = {},
                .from = {},
                .until = {},
                .reason = "besluit"};
    }
    Lines list(const CompanyFilter& filter = {}) {
        Lines all;
        companies.list(filter, [&](const Accreditation& one) {
            std::string line =
                one.number.text() + " " + std::string(name_of(one.region)) + " " + one.state;
            for (const Activity activity : one.activities) {
                line += " " + std::string(name_of(activity));
            }
            all.push_back(line);
            return true;
        });
        return all;
    }
    void zone_right(const Person& person) {
        add_right(access_right);
        add_grant(person.id, org, access_right, "2026-01-01", "2027-12-31");
    }
    static constexpr std::string_view access_right = "dienstencheques-erkende-onderneming";
};

}  // namespace

TEST_CASE("an accreditation number is a letter of a region and four to six digits") {
    for (const auto* const text : {"V12345", "v12345", " V 12.345 ", "V-12345"}) {
        CHECK(AccreditationNumber::parse(text).text() == "V12345");
    }
    CHECK(AccreditationNumber::parse("W1234").region() == Region::wallonia);
    CHECK(AccreditationNumber::parse("B123456").region() == Region::brussels);
    for (const auto* const text :
         {"", "V", "V123", "V1234567", "X12345", "12345", "V12A45", "VV1234"}) {
        CHECK(refused([&] { static_cast<void>(AccreditationNumber::parse(text)); }) ==
              "usage accreditation");
    }
}

TEST_CASE("a company is accredited per region, for household help unless more is said") {
    CompanyFixture f;
    CHECK(f.companies.update(f.update("V12345")).changed);
    CHECK(f.last_entry() == "accreditation add 1 besluit");
    CompanyUpdate brussels = f.update("B54321");
    brussels.activities = {Activity::ironing, Activity::household, Activity::ironing};
    brussels.from = day("2027-01-01");
    f.companies.update(brussels);
    CHECK(f.list() ==
          Lines{"B54321 brussels future household ironing", "V12345 flanders active household"});
    CHECK(f.list({.org = f.other}).empty());
    CHECK(f.list({.region = Region::brussels}).size() == 1);
    CHECK(f.list({.state = "active"}) == Lines{"V12345 flanders active household"});
    CHECK(f.list({.state = "active", .at = day("2027-01-01")}).size() == 2);
    CHECK(refused([&] { f.list({.state = "weg"}); }) == "usage state");
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE accreditation SET number = 'V99999' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("what is not said of an accreditation stays, and the same again is unchanged") {
    CompanyFixture f;
    f.companies.update(f.update("V12345"));
    CHECK_FALSE(f.companies.update(f.update("V12345")).changed);
    CompanyUpdate end = f.update("V12345");
    end.until = day("2026-12-31");
    CHECK(f.companies.update(end).changed);
    CHECK(f.last_entry() == "accreditation update 1 besluit");
    // The region gave it another number.
    CHECK(f.companies.update(f.update("V777777")).item.valid.last() == day("2026-12-31"));
    CHECK(f.list() == Lines{"V777777 flanders active household"});
    CHECK(f.list({.at = day("2026-12-31")}) == Lines{"V777777 flanders active household"});
    CHECK(f.list({.at = day("2027-01-01")}) == Lines{"V777777 flanders ended household"});
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("an accreditation of another company, without activity or days is refused") {
    CompanyFixture f;
    f.companies.update(f.update("V12345"));
    const std::string before = f.trace();
    CompanyUpdate wrong = f.update("V12345");
    wrong.org = f.other;
    CHECK(refused([&] { f.companies.update(wrong); }) == "conflict accreditation");
    wrong.org = org_number(9);
    CHECK(refused([&] { f.companies.update(wrong); }).starts_with("not_found"));
    wrong = f.update("V12345");
    wrong.activities = std::vector<Activity>{};
    CHECK(refused([&] { f.companies.update(wrong); }) == "usage activities");
    wrong = f.update("V12345");
    wrong.until = day("2026-11-22");
    CHECK(refused([&] { f.companies.update(wrong); }) == "usage until");
    CHECK(f.trace() == before);
}

TEST_CASE("no company accredits itself; its chief and who holds the right of the zone look") {
    CompanyFixture f;
    const Person chief = f.add_person(1);
    const Person user = f.add_person(2, "Anna", "Peeters");
    const Person worker = f.add_person(3, "Frank", "Werker");
    for (const Person* one : {&chief, &user, &worker}) f.add_relation(one->id, f.org);
    f.run(
        "INSERT INTO administrator (organisation_id, person_id, role, domain_id, context_id, "
        "email, phone, valid_from, valid_until, ended_at, reason, operation_id) VALUES (1, 1, "
        "'chief', NULL, 0, 'an@example.be', '', '2026-01-01', '9999-12-31', '', '', (SELECT "
        "min(id) FROM operation))");
    f.zone_right(user);
    f.companies.update(f.update("V12345"));
    CompanyUpdate of_other = f.update("V54321");
    of_other.org = f.other;
    f.companies.update(of_other);
    const auto as = [&](const Person& person) {
        return open_session(f, {.person = person.id.value(), .org = f.org});
    };
    for (const Person* one : {&chief, &user}) {
        const ActingAs acting(f, as(*one));
        CHECK(f.list() == Lines{"V12345 flanders active household"});
        CHECK(refused([&] { f.list({.org = f.other}); }) == "not_found org");
        CHECK(refused([&] { f.companies.update(f.update("V99999")); }) == "not_allowed ");
    }
    {
        const ActingAs acting(f, as(worker));
        CHECK(f.list().empty());
    }
    f.run(
        "INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, reason, "
        "operation_id) VALUES (3, 'operator', '2026-01-01', '9999-12-31', '', '', (SELECT min(id) "
        "FROM operation))");
    const ActingAs acting(f, open_session(f, {.person = worker.id.value()}));
    CHECK(f.companies.update(f.update("V99999")).changed);
    CHECK(f.list().size() == 2);
}

TEST_CASE("a file of accreditations tells what came of each row") {
    CompanyFixture f;
    CompanyUpdate taken = f.update("V12345");
    taken.org = f.other;
    const std::vector<std::variant<CompanyUpdate, Error>> rows{f.update("V12345"),
                                                               f.update("V12345"), taken};
    const auto outcome = run_rows<CompanyUpdate>(
        rows, {.skip_invalid = true}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.companies.update_rows(source, how, sink);
        });
    CHECK(outcome.states() == "applied unchanged rejected");
    CHECK(outcome.of(3) == "rejected conflict");
    CHECK(outcome.results.at(1).id == "V12345");
}

}  // namespace dcadmin::test
