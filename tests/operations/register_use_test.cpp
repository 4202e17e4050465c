// SPDX-License-Identifier: Apache-2.0
// What registers say is used where persons, organisations and sites are added, and each look at a
// person is logged.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/tables.h"

#include <dcadmin/audit.h>
#include <dcadmin/registers.h>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Names = std::vector<std::string>;

void fill_kbo(Fixture& f) {
    const Files files = full_extract();
    Registers(f.env).import_kbo(tables_of(files));
}

/// Persons 1 (Käthe Maes, fr) and 2 (dead).
void fill_persons(Fixture& f) {
    const Files files{{"persons.csv", "number,first_name,last_name,language,deceased_on\n" +
                                          person_number(1).revealed() + ",Käthe,Maes,fr,\n" +
                                          person_number(2).revealed() +
                                          ",Lucas,Peeters,,2026-11-22\n"}};
    Registers(f.env).import_persons("persons.csv", tables_of(files));
}

NewOrganisation organisation(std::string_view number, std::string name = {}) {
    return {.number = EnterpriseNumber::parse(number), .name = std::move(name)};
}

NewSite site(std::string_view org, std::string_view number, std::string name = {}) {
    return {.org = EnterpriseNumber::parse(org),
            .number = SiteNumber::parse(number),
            .name = std::move(name)};
}

/// "person add file found", the last one last.
Names looks(Fixture& f, std::uint64_t n) {
    Names all;
    Registers(f.env).consultations({.person = person_number(n)}, [&](const Consultation& look) {
        all.push_back(look.user + " " + look.purpose + " " + look.source + " " + look.answer);
        return true;
    });
    return all;
}

/// A register outside that answers from a list, or not at all.
class Outside final : public PersonRegister {
   public:
    std::map<std::uint64_t, std::string> known;  // first names
    int asked = 0;
    bool down = false;

    std::optional<RegisterPerson> find(NationalNumber number, Date) override {
        ++asked;
        if (down) throw Error(Kind::busy, "the register of persons cannot be reached");
        const auto found = known.find(number.value());
        if (found == known.end()) return std::nullopt;
        return RegisterPerson{.number = number, .first_name = found->second, .last_name = "Buiten"};
    }
    std::int64_t keep_seconds() const override { return 86'400; }
};

void check_clean(Fixture& f) {
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify().problem_count == 0);
}

}  // namespace

TEST_CASE("a person whom the register knows needs only a number, and is verified") {
    Fixture f;
    fill_persons(f);
    const auto written = f.persons.add(new_person(1, "", ""));
    CHECK(written.changed);
    CHECK(written.remark.empty());
    const Person there = f.persons.get(person_number(1));
    CHECK(there.first_name == "Käthe");
    CHECK(there.last_name == "Maes");
    CHECK(there.language == Language::fr);
    CHECK(there.verified);
    CHECK(f.last_entry() == "person add 1");
    CHECK(f.column("SELECT after_image FROM audit_entry WHERE subject = 'person'")
              .front()
              .find("source=register\n") != std::string::npos);
    CHECK(looks(f, 1) == Names{"tester test file found"});
    check_clean(f);
}

TEST_CASE("names that differ from the register's give way, and the remark says so") {
    Fixture f;
    fill_persons(f);
    NewPerson request = new_person(1, "Kaat", "Maes");
    request.language = Language::nl;
    const auto written = f.persons.add(request);
    CHECK(written.item.first_name == "Käthe");
    CHECK(written.item.language == Language::nl);
    CHECK(written.remark == "the register says 'Käthe Maes', not 'Kaat Maes'");
    const auto again = f.persons.add(request);
    CHECK_FALSE(again.changed);
    CHECK(again.remark == written.remark);
    CHECK(looks(f, 1).size() == 1);  // who is in the store is not asked about
}

TEST_CASE("a person whom no register knows needs names, and is not verified") {
    Fixture f;
    CHECK(refused([&] { f.persons.add(new_person(3, "", "")); }) == "rule first_name");
    CHECK(f.column("SELECT id FROM register_consultation").empty());  // there is no register
    fill_persons(f);
    CHECK(said([&] { f.persons.add(new_person(3, "", "")); }) ==
          "no register knows person 80.01.01-***.**, and no first name is given; give --first-name "
          "and --last-name, or import the register: dcadmin register import --persons FILE");
    CHECK(refused([&] { f.persons.add(new_person(3, "Lucas", "")); }) == "rule last_name");
    CHECK(f.persons.add(new_person(3)).changed);
    CHECK_FALSE(f.persons.get(person_number(3)).verified);
    CHECK(looks(f, 3) == Names{"tester test file unknown", "tester test file unknown",
                               "tester test file unknown"});
    check_clean(f);
}

TEST_CASE("a person who died yesterday is refused, and the look is logged all the same") {
    Fixture f;
    fill_persons(f);
    CHECK(said([&] { f.persons.add(new_person(2, "", "")); }) ==
          "person 80.01.01-***.** died on 22/11/2026, says the register; check the number");
    CHECK(looks(f, 2) == Names{"tester test file found"});
}

TEST_CASE("the names of a verified person are not changed by hand, other things are") {
    Fixture f;
    fill_persons(f);
    const auto person = f.persons.add(new_person(1, "", "")).item;
    PersonChange change{.person = person.id};
    change.last_name = "Peeters";
    CHECK(refused([&] { f.persons.update(change); }) == "rule last_name");
    CHECK(said([&] { f.persons.update(change); }) ==
          "the names of p-1 come from the register, and are not changed by hand; leave "
          "--first-name and --last-name out");
    change.last_name = "Maes";
    change.email = EmailAddress::parse("kathe@example.be");
    CHECK(f.persons.update(change).changed);
    CHECK(f.persons.get(person.id).verified);
    check_clean(f);
}

TEST_CASE("by file each person is asked about once, known or not") {
    Fixture f;
    fill_persons(f);
    f.add_person(4);
    const auto outcome = run_rows<NewPerson>(
        {new_person(1, "", ""), new_person(3), new_person(4), new_person(5, "", "")},
        {.skip_invalid = true}, [&](const auto& source, const auto& options, const auto& sink) {
            return f.persons.add_rows(source, options, sink);
        });
    CHECK(outcome.states() == "applied applied unchanged rejected");
    CHECK(outcome.of(4) == "rejected rule");
    CHECK(f.persons.get(person_number(1)).verified);
    CHECK(looks(f, 1).size() == 1);
    CHECK(looks(f, 3).size() == 1);
    CHECK(looks(f, 4).size() == 1);  // when he was added
    CHECK(looks(f, 5) == Names{"tester test file unknown"});
    check_clean(f);
}

TEST_CASE("a register outside is asked once, and its answer kept for a day") {
    Fixture f;
    Outside outside;
    outside.known[person_number(1).value()] = "Lucas";
    f.env.person_register = &outside;
    CHECK(f.persons.add(new_person(1, "", "")).item.verified);
    CHECK(outside.asked == 1);
    CHECK(Registers(f.env).show(person_number(1).revealed()).name == "Lucas Buiten");
    CHECK(outside.asked == 1);
    CHECK(looks(f, 1) == Names{"tester test https found", "tester test cache found"});
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    CHECK(Registers(f.env).show("p-1").first_name == "Lucas");
    CHECK(outside.asked == 2);
    CHECK(refused([&] { f.persons.add(new_person(2, "", "")); }) == "rule first_name");
    CHECK(looks(f, 2) == Names{"tester test https unknown"});
    check_clean(f);
}

TEST_CASE("answers are dropped when their time is over") {
    Fixture f;
    Outside outside;
    outside.known[person_number(1).value()] = "Lucas";
    f.env.person_register = &outside;
    f.persons.add(new_person(1, "", ""));
    f.clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    f.persons.add(new_person(2));
    CHECK(f.column("SELECT number FROM register_person").empty());
}

TEST_CASE("a register outside that is down stops the command before anything is changed") {
    Fixture f;
    Outside outside;
    outside.down = true;
    f.env.person_register = &outside;
    CHECK(refused([&] { f.persons.add(new_person(1)); }) == "busy ");
    const auto add_rows = [&](const auto& source, const auto& options, const auto& sink) {
        return f.persons.add_rows(source, options, sink);
    };
    CHECK(refused([&] {
              run_rows<NewPerson>({new_person(1), new_person(2)}, {}, add_rows);
          }) == "busy ");
    CHECK(f.entries().empty());
    CHECK(looks(f, 1) == Names{"tester test https failed", "tester test https failed"});
    CHECK(looks(f, 2).empty());
}

TEST_CASE("a look names the user, the person he acts for and the command, and no number") {
    Fixture f;
    f.add_person(9);
    fill_persons(f);
    const Env env{f.store, f.clock, {"an", person_number(9)}, "person add"};
    Persons(env).add(new_person(1, "", ""));
    std::vector<Consultation> all;
    Registers(env).consultations({.person = person_number(1)}, [&](const Consultation& look) {
        all.push_back(look);
        return true;
    });
    REQUIRE(all.size() == 1);
    CHECK(all.front().user == "an");
    CHECK(all.front().claimed->text() == "p-1");
    CHECK(all.front().purpose == "person add");
    CHECK(all.front().at == f.clock.now());
    const auto subject = f.column("SELECT subject FROM register_consultation").front();
    CHECK(subject.size() == 43);
    CHECK(subject.find(person_number(1).revealed_digits()) == std::string::npos);
    CHECK(refused([&] {
              Registers(env).consultations({.person = PersonId::from_stored(77)},
                                           [](const Consultation&) { return true; });
          }) == "not_found person");
}

TEST_CASE("an organisation that the register knows needs only a number") {
    Fixture f;
    CHECK(refused([&] { f.organisations.add(organisation("0400008697")); }) == "rule name");
    fill_kbo(f);
    const auto written = f.organisations.add(organisation("0400008697"));
    CHECK(written.item.name == "Poetshulp Aalst");
    CHECK(written.remark.empty());
    CHECK_FALSE(f.organisations.add(organisation("0400008697")).changed);
    CHECK(f.organisations.add(organisation("0428759497", "Namen")).remark ==
          "the register says 'Titres Services Namur', not 'Namen'");
    CHECK_FALSE(f.organisations.add(organisation("0428759497", "Namen")).changed);
    CHECK(f.last_entry() == "organisation add 2");
    check_clean(f);
}

TEST_CASE("an organisation's name is in the language asked, else the administrator's") {
    Fixture f;
    fill_kbo(f);
    NewOrganisation french = organisation("0400008697");
    french.language = Language::fr;
    CHECK(f.organisations.add(french).item.name == "Aide Ménagère");
    f.env.language = Language::fr;
    CHECK(f.organisations.add(organisation("0428759497")).item.name == "Titres Services Namur");
    CHECK(f.organisations.get(EnterpriseNumber::parse("0428759497")).language == Language::nl);
}

TEST_CASE("an enterprise that was stopped is refused, one that the register does not know is not") {
    Fixture f;
    fill_kbo(f);
    CHECK(said([&] { f.organisations.add(organisation("0566988259", "Gestopt")); }) ==
          "enterprise 0566.988.259 was stopped, says the register; look at it: dcadmin register "
          "show 0566988259");
    CHECK(refused([&] { f.organisations.add(organisation("0403019261")); }) == "rule name");
    CHECK(f.organisations.add(organisation("0403019261", "Nieuw")).item.name == "Nieuw");
}

TEST_CASE("an organisation that was there before the register keeps its typed name") {
    Fixture f;
    f.organisations.add(organisation("0400008697", "Getypt"));
    fill_kbo(f);
    CHECK_FALSE(f.organisations.add(organisation("0400008697", "Getypt")).changed);
    CHECK_FALSE(f.organisations.add(organisation("0400008697")).changed);
    CHECK(refused([&] { f.organisations.add(organisation("0400008697", "Anders")); }) ==
          "conflict name");
}

TEST_CASE("an establishment's name, or its municipality, comes from the register") {
    Fixture f;
    fill_kbo(f);
    f.organisations.add(organisation("0400008697"));
    f.organisations.add(organisation("0428759497"));
    CHECK(f.organisations.add_site(site("0400008697", "2147812701")).item.name == "Aalst");
    const auto named = f.organisations.add_site(site("0428759497", "2147812897", "Namen"));
    CHECK(named.item.name == "Agence de Namur");
    CHECK(named.remark == "the register says 'Agence de Namur', not 'Namen'");
    CHECK_FALSE(f.organisations.add_site(site("0428759497", "2147812897", "Namen")).changed);
    CHECK(refused([&] { f.organisations.add_site(site("0428759497", "980000611888")); }) ==
          "rule name");
    CHECK(f.organisations.add_site(site("0428759497", "980000611888", "Aalst")).changed);
    check_clean(f);
}

TEST_CASE("an establishment of another enterprise is refused") {
    Fixture f;
    fill_kbo(f);
    f.organisations.add(organisation("0400008697"));
    CHECK(said([&] { f.organisations.add_site(site("0400008697", "2147812897", "Namen")); }) ==
          "establishment 2.147.812.897 belongs to enterprise 0428.759.497, says the register; look "
          "at it: dcadmin register show 2147812897");
}

}  // namespace dcadmin::test
