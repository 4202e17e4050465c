// SPDX-License-Identifier: Apache-2.0
// Contact persons of companies: who, for what, since when he agreed.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>
#include <dcadmin/secure_zone/contacts.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct ContactsFixture : Fixture {
    Contacts contacts{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    Person lucas = add_person(1);
    Person anna = add_person(2, "Zoë", "D'Hondt");

    ContactsFixture() { add_relation(lucas.id, org); }
    NewContact contact(ContactPurpose purpose = ContactPurpose::pickups) {
        return {.org = org,
                .person = lucas.id,
                .purpose = purpose,
                .consent_on = day("2026-11-02"),
                .reason = "gevraagd"};
    }
    Lines list(const ContactFilter& filter = {}) {
        Lines all;
        contacts.list(filter, [&](const Contact& one) {
            all.push_back(one.name + " " + std::string(name_of(one.purpose)) + " " +
                          one.consent_on.iso() + " " + one.state);
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("a contact is who works there, for a purpose, since the day on which he agreed") {
    ContactsFixture f;
    const auto written = f.contacts.add(f.contact());
    CHECK(written.changed);
    CHECK(f.last_entry() == "contact add 1 gevraagd");
    REQUIRE(written.item.email);
    CHECK(written.item.phone.has_value());
    f.contacts.add(f.contact(ContactPurpose::privacy));
    CHECK(f.list() ==
          Lines{"Lucas Maes pickups 2026-11-02 active", "Lucas Maes privacy 2026-11-02 active"});
    CHECK(f.list({.purpose = ContactPurpose::privacy}).size() == 1);
    CHECK(f.list({.org = f.other}).empty());
    CHECK_FALSE(f.contacts.add(f.contact()).changed);
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE contact SET consent_on = '2020-01-01' WHERE id = 1");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("who does not work there, or agreed tomorrow, is no contact") {
    ContactsFixture f;
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewContact contact = f.contact();
        change(contact);
        return refused([&] { f.contacts.add(contact); });
    };
    CHECK(with([&](auto& c) { c.person = f.anna.id; }) == "rule person");
    CHECK(with([&](auto& c) { c.org = f.other; }) == "rule person");
    CHECK(with([&](auto& c) { c.person = PersonId::from_stored(99); }).starts_with("not_found"));
    CHECK(with([&](auto& c) { c.org = org_number(9); }).starts_with("not_found"));
    CHECK(with([](auto& c) { c.consent_on = day("2026-11-24"); }) == "usage consent");
    CHECK(f.trace() == before);
    CHECK(with([](auto& c) { c.consent_on = day("2026-11-23"); }) == "accepted");
    CHECK(with([](auto& c) { c.consent_on = day("2026-11-20"); }) == "conflict consent");
}

TEST_CASE("a contact agrees anew, and is removed; then he can be one again") {
    ContactsFixture f;
    CHECK(refused([&] { f.contacts.update(f.contact()); }) == "not_found person");
    CHECK(refused([&] { f.contacts.remove(f.contact()); }) == "not_found person");
    f.contacts.add(f.contact());
    CHECK_FALSE(f.contacts.update(f.contact()).changed);
    NewContact today = f.contact();
    today.consent_on.reset();
    CHECK(f.contacts.update(today).item.consent_on == f.today());
    CHECK(f.last_entry() == "contact update 1 gevraagd");
    CHECK(f.contacts.remove(f.contact()).item.state == "removed");
    CHECK(f.last_entry() == "contact remove 1 gevraagd");
    CHECK(f.list().empty());
    CHECK(f.contacts.add(f.contact()).changed);
    CHECK(f.list({.all = true}) ==
          Lines{"Lucas Maes pickups 2026-11-23 removed", "Lucas Maes pickups 2026-11-02 active"});
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE(
    "who left the company stands there as one who left, and is not erased while he is a contact") {
    ContactsFixture f;
    f.contacts.add(f.contact());
    f.run("UPDATE working_relation SET valid_from = '2010-01-01', valid_until = '2012-01-01'");
    CHECK(f.list() == Lines{"Lucas Maes pickups 2026-11-02 left"});
    const auto erase = [&] {
        return refused([&] {
            Leavers(f.env).erase({.person = f.lucas.id, .reason = "gevraagd", .force = true});
        });
    };
    CHECK(erase() == "rule person");
    CHECK(said([&] {
              Leavers(f.env).erase({.person = f.lucas.id, .reason = "r", .force = true});
          }).find("contact person of a company") != std::string::npos);
    f.contacts.remove(f.contact());
    CHECK(erase() == "accepted");
}

TEST_CASE("a chief keeps the contacts of his company, a colleague without rights sees himself") {
    ContactsFixture f;
    f.add_relation(f.anna.id, f.org);
    f.run(
        "INSERT INTO administrator (organisation_id, person_id, role, domain_id, context_id, "
        "email, phone, valid_from, valid_until, ended_at, reason, operation_id) VALUES (1, 2, "
        "'chief', NULL, 0, 'an@example.be', '', '2026-01-01', '9999-12-31', '', '', (SELECT "
        "min(id) FROM operation))");
    const auto as = [&](const Person& person) {
        return open_session(f, {.person = person.id.value(), .org = f.org});
    };
    {
        const ActingAs acting(f, as(f.anna));
        CHECK(f.contacts.add(f.contact()).changed);
        NewContact own = f.contact(ContactPurpose::general);
        own.person = f.anna.id;
        CHECK(f.contacts.add(own).changed);
        NewContact foreign = f.contact();
        foreign.org = f.other;
        CHECK(refused([&] { f.contacts.add(foreign); }) == "not_found org");
        CHECK(f.list().size() == 2);
    }
    const ActingAs acting(f, as(f.lucas));
    CHECK(f.list() == Lines{"Lucas Maes pickups 2026-11-02 active"});
    CHECK(refused([&] { f.contacts.remove(f.contact()); }) == "not_allowed ");
}

TEST_CASE("who holds the right of the zone at a site keeps and sees the contacts of the company") {
    constexpr std::string_view zone = "dienstencheques-erkende-onderneming";
    ContactsFixture f;
    f.add_relation(f.anna.id, f.org);
    f.add_right(zone);
    f.add_grant(f.anna.id, f.org, zone, "2026-01-01", "2026-11-23");
    f.contacts.add(f.contact());
    const auto session = [&] {
        return open_session(f, {.person = f.anna.id.value(), .org = f.org});
    };
    {
        const ActingAs acting(f, session());
        CHECK(f.list() == Lines{"Lucas Maes pickups 2026-11-02 active"});
        CHECK(f.contacts.add(f.contact(ContactPurpose::refunds)).changed);
    }
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    const ActingAs acting(f, session());
    CHECK(f.list().empty());
    CHECK(refused([&] { f.contacts.add(f.contact(ContactPurpose::privacy)); }) == "not_allowed ");
}

TEST_CASE("files of contacts tell what came of each row") {
    ContactsFixture f;
    NewContact wrong = f.contact();
    wrong.person = f.anna.id;
    const std::vector<std::variant<NewContact, Error>> rows{f.contact(), f.contact(), wrong};
    const auto run = [&](auto how) {
        return run_rows<NewContact>(rows, {.skip_invalid = true}, how).states();
    };
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.contacts.add_rows(source, how, sink);
          }) == "applied unchanged rejected");
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.contacts.update_rows(source, how, sink);
          }) == "unchanged unchanged rejected");
    CHECK(run([&](const auto& source, const auto& how, const auto& sink) {
              return f.contacts.remove_rows(source, how, sink);
          }) == "applied rejected rejected");
}

}  // namespace dcadmin::test
