// SPDX-License-Identifier: Apache-2.0
#include "support/bulk.h"
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Names = std::vector<std::string>;

Names listed(Fixture& f, const PersonFilter& filter) {
    Names names;
    f.persons.list(filter, [&](const Person& one) {
        names.push_back(one.first_name);
        return true;
    });
    return names;
}

PersonChange change_of(const PersonRef& person) {
    return {.person = person,
            .first_name = {},
            .last_name = {},
            .email = {},
            .phone = {},
            .language = {}};
}

}  // namespace

TEST_CASE("a person who was added is there, recorded in the system's chain, and told nothing") {
    Fixture f;
    NewPerson request = new_person(1, " Käthe ", "Maes");
    request.email = EmailAddress::parse("kathe@example.be");
    request.phone = PhoneNumber::parse("012345678");
    request.language = Language::de;
    const auto written = f.persons.add(request);
    CHECK(written.changed);
    const Person there = f.persons.get(person_number(1));
    CHECK(there.id.text() == "p-1");
    CHECK(there.first_name == "Käthe");
    CHECK(there.email->text() == "kathe@example.be");
    CHECK(there.phone->text() == "+3212345678");
    CHECK(there.language == Language::de);
    CHECK_FALSE(there.verified);
    CHECK(f.persons.get(there.id).number == person_number(1));
    CHECK(f.entries() == Names{"person add 1"});
    CHECK(f.notices().empty());
    CHECK(f.problems().empty());
}

TEST_CASE("the log holds a person's fields as keyed hashes only") {
    Fixture f;
    NewPerson request = new_person(1, "Lucas", "Maes");
    request.email = EmailAddress::parse("lucas@example.be");
    f.persons.add(request);
    const std::string image = f.column("SELECT after_image FROM audit_entry").front();
    const std::string number = person_number(1).revealed_digits();
    for (const std::string_view secret :
         {std::string_view("Lucas"), std::string_view("Maes"), std::string_view("lucas@example.be"),
          std::string_view(number)}) {
        CHECK(image.find(secret) == std::string::npos);
    }
    CHECK(image.find("language=nl\nsource=typed\n") != std::string::npos);
    CHECK(f.column("SELECT length(audit_key) FROM person") == Names{"43"});
}

TEST_CASE("adding the same person again changes nothing; what is left out says nothing") {
    Fixture f;
    NewPerson request = new_person(1);
    request.email = EmailAddress::parse("lucas@example.be");
    request.language = Language::fr;
    f.persons.add(request);
    const std::string before = f.trace();
    CHECK_FALSE(f.persons.add(request).changed);
    CHECK_FALSE(f.persons.add(new_person(1)).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("a person who is there with other values is a conflict that points to person update") {
    Fixture f;
    f.add_person(1, "Lucas", "Maes");
    const std::string before = f.trace();
    CHECK(refused([&] { f.persons.add(new_person(1, "Luc")); }) == "conflict first_name");
    CHECK(refused([&] { f.persons.add(new_person(1, "Lucas", "Peeters")); }) ==
          "conflict last_name");
    NewPerson request = new_person(1);
    request.email = EmailAddress::parse("lucas@example.be");
    CHECK(refused([&] { f.persons.add(request); }) == "conflict email");
    request = new_person(1);
    request.phone = PhoneNumber::parse("012345678");
    CHECK(refused([&] { f.persons.add(request); }) == "conflict phone");
    request = new_person(1);
    request.language = Language::fr;
    CHECK(refused([&] { f.persons.add(request); }) == "conflict language");
    CHECK(said([&] { f.persons.add(new_person(1, "Luc")); }) ==
          "person 80.01.01-***.** is there already, as p-1, with another first name; "
          "to change it: dcadmin person update --person p-1 --first-name …");
    CHECK(f.trace() == before);
}

TEST_CASE("a person without a name, or with control characters in it, is refused") {
    Fixture f;
    CHECK(refused([&] { f.persons.add(new_person(1, "")); }) == "rule first_name");
    CHECK(refused([&] { f.persons.add(new_person(1, "Lucas", " ")); }) == "usage last_name");
    CHECK(refused([&] { f.persons.add(new_person(1, "Lu\ncas")); }) == "usage first_name");
    CHECK(refused([&] { f.persons.add(new_person(1, "Lucas", "\xff")); }) == "usage last_name");
    CHECK(refused([&] { f.persons.add(new_person(1, std::string(200, 'x'))); }) ==
          "usage first_name");
    CHECK(f.entries().empty());
}

TEST_CASE("updating a person changes what is given, with its entry and a notice") {
    Fixture f;
    f.add_person(1, "Lucas", "Maes");
    PersonChange change = change_of(person_number(1));
    change.last_name = "Peeters";
    change.email = EmailAddress::parse("lucas@example.be");
    const auto written = f.persons.update(change);
    CHECK(written.changed);
    const Person there = f.persons.get(PersonId::from_stored(1));
    CHECK(there.first_name == "Lucas");
    CHECK(there.last_name == "Peeters");
    CHECK(listed(f, {.text = "peeters"}) == Names{"Lucas"});
    CHECK(f.last_entry() == "person update 1");
    CHECK(f.column("SELECT count(*) FROM audit_entry WHERE verb = 'update' AND before_image IS NOT "
                   "NULL AND before_image <> after_image") == Names{"1"});
    CHECK(f.notices() == Names{"person.update p-1 lucas@example.be p-1"});
    CHECK(f.problems().empty());
}

TEST_CASE("an update that changes nothing leaves no trace, one that gives nothing is refused") {
    Fixture f;
    f.add_person(1, "Lucas", "Maes");
    const std::string before = f.trace();
    PersonChange change = change_of(person_number(1));
    CHECK(refused([&] { f.persons.update(change); }) == "usage ");
    change.first_name = "Lucas";
    CHECK_FALSE(f.persons.update(change).changed);
    change.person = person_number(2);
    CHECK(refused([&] { f.persons.update(change); }) == "not_found person");
    change.person = PersonId::from_stored(7);
    CHECK(said([&] { f.persons.update(change); }) ==
          "person p-7 is not in the store; look for the person by name: dcadmin person find NAME");
    change.person = person_number(1);
    change.first_name = "\t";
    CHECK(refused([&] { f.persons.update(change); }) == "usage first_name");
    CHECK(f.trace() == before);
}

TEST_CASE("a name that comes from a register is not changed by hand") {
    Fixture f;
    f.add_person(1);
    f.run("UPDATE person SET source = 'register'");
    CHECK(f.persons.get(person_number(1)).verified);
    PersonChange change = change_of(person_number(1));
    change.language = Language::fr;
    CHECK(f.persons.update(change).item.verified);
    change.last_name = "Peeters";
    CHECK(refused([&] { f.persons.update(change); }) == "rule last_name");
}

TEST_CASE("persons are found by words in any order, without accents, and by number") {
    Fixture f;
    f.add_person(1, "Käthe", "De Smet");
    f.add_person(2, "Søren", "Œdipe");
    f.add_person(3, "Lucas", "Maes");
    CHECK(listed(f, {.text = "kathe"}) == Names{"Käthe"});
    CHECK(listed(f, {.text = "smet KÄTH"}) == Names{"Käthe"});
    CHECK(listed(f, {.text = "soren oedipe"}) == Names{"Søren"});
    CHECK(listed(f, {.text = "lucas smet"}).empty());
    CHECK(listed(f, {.text = "80.01.01"}).size() == 3);
    CHECK(listed(f, {.text = person_number(3).revealed_digits()}) == Names{"Lucas"});
    CHECK(refused([&] { listed(f, {.text = "a\x01"}); }) == "usage ");
}

TEST_CASE("persons are sorted by name, id or birth date, turned round and paged") {
    Fixture f;
    f.persons.add({.number = person_born(850'730'033), .first_name = "Bea", .last_name = "X"});
    f.persons.add(
        {.number = person_born(10'203'004, true), .first_name = "Änne", .last_name = "X"});
    // A BIS number of someone born on 5 June 1979: months are 40 higher.
    f.persons.add({.number = person_born(794'605'001), .first_name = "Cas", .last_name = "X"});
    CHECK(listed(f, {}) == Names{"Änne", "Bea", "Cas"});
    CHECK(listed(f, {.page = {.sort = "id"}}) == Names{"Bea", "Änne", "Cas"});
    CHECK(listed(f, {.page = {.sort = "birth_date"}}) == Names{"Cas", "Bea", "Änne"});
    CHECK(listed(f, {.page = {.sort = "birth_date", .reverse = true}}) ==
          Names{"Änne", "Bea", "Cas"});
    const PersonFilter page{.page = {.limit = 2, .offset = 2}};
    CHECK(listed(f, page) == Names{"Cas"});
    CHECK(f.persons.list(page, [](const Person&) { return true; }) == 3);
    CHECK(refused([&] { listed(f, {.page = {.sort = "number"}}); }) == "usage sort");
}

TEST_CASE("persons are listed by the organisation they work for on a day") {
    Fixture f;
    const auto org = f.add_org(1);
    const auto other = f.add_org(2);
    const Person lucas = f.add_person(1, "Lucas");
    const Person mia = f.add_person(2, "Mia");
    f.add_relation(lucas.id, org, "2026-01-01", "2026-12-31");
    f.add_relation(lucas.id, org, "2026-01-01", "2026-12-31", Audience::lb);
    f.add_relation(mia.id, org, "2027-01-01", "2027-06-30");
    f.add_relation(mia.id, other, "2026-01-01", "2026-12-31");
    CHECK(listed(f, {.org = org}) == Names{"Lucas"});
    CHECK(listed(f, {.org = org, .at = day("2026-12-31")}) == Names{"Lucas"});
    CHECK(listed(f, {.org = org, .at = day("2027-01-01")}) == Names{"Mia"});
    CHECK(listed(f, {.org = org, .at = day("2025-12-31")}).empty());
    CHECK(refused([&] { listed(f, {.org = org_number(9)}); }) == "not_found org");
}

TEST_CASE("showing whole numbers is recorded with what was asked") {
    Fixture f;
    f.persons.record_reveal("person list --reveal");
    CHECK(f.entries() == Names{"person reveal 0 person list --reveal"});
    CHECK(f.column("SELECT chain_id FROM audit_entry") == Names{"1"});
    CHECK(f.problems().empty());
}

TEST_CASE("a person is found by how his first name, last name or number begins") {
    Fixture f;
    f.add_person(1, "Käthe", "De Smet");
    f.add_person(2, "Lucas", "Maes");
    f.add_person(3, "Dries", "Kint");
    const auto names = [&](std::string_view text, std::uint64_t limit = 10) {
        std::string all;
        for (const Person& person : f.persons.beginning_with(text, limit)) {
            all += person.first_name + " ";
        }
        return all;
    };
    CHECK(names("kath") == "Käthe ");
    CHECK(names("de s") == "Käthe ");
    CHECK(names("D") == "Dries Käthe ");
    CHECK(names("d", 1) == "Dries ");
    CHECK(names("maes lu") == "Lucas ");
    CHECK(names("80") == "Käthe Lucas Dries ");
    CHECK(names("80.01.01-0", 2) == "Käthe Lucas ");
    CHECK(names("p-") == "Käthe Lucas Dries ");
    CHECK(names("P-2") == "Lucas ");
    CHECK(names("p-x").empty());
    CHECK(names("x").empty());
}

}  // namespace dcadmin::test
