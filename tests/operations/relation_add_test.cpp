// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

using Texts = std::vector<std::string>;

struct Working : Fixture {
    EnterpriseNumber org = add_org(1);
    Person lucas = add_person(1);

    NewRelation request() const { return new_relation(lucas.id, org); }
    NewRelation request(std::string_view from, std::string_view until) const {
        NewRelation asked = request();
        asked.from = day(from);
        asked.until = day(until);
        return asked;
    }
    std::string refusal(const NewRelation& asked) {
        return refused([&] { persons.add_relation(asked); });
    }
};

}  // namespace

TEST_CASE("a working relation begins today and lasts as long as its category may") {
    Working f;
    NewRelation request = f.request();
    request.reason = "  new colleague ";
    const auto written = f.persons.add_relation(request);
    CHECK(written.changed);
    CHECK(written.remark.empty());
    const Relation there = f.persons.get_relation(written.item.id);
    CHECK(there.id.text() == "r-1");
    CHECK(there.person == f.lucas.id);
    CHECK(there.name == "Lucas Maes");
    CHECK(there.org_name == "Poetshulp");
    CHECK(there.audience == Audience::ea);
    CHECK(there.category == Category::permanent);
    CHECK(there.email->text() == "werk@example.be");
    CHECK(there.phone->text() == "+3212345678");
    CHECK(there.period == DateRange::of(day("2026-11-23"), day("2036-11-23")));
    CHECK(there.state == RelationState::active);
    CHECK(there.reason == "new colleague");
    CHECK(written.item.reason == there.reason);
    CHECK(written.item.state == there.state);
}

TEST_CASE("adding a working relation leaves an entry in the organisation's chain and a notice") {
    Working f;
    NewRelation request = f.request("2026-12-01", "2030-10-02");
    request.reason = "new colleague";
    f.persons.add_relation(request);
    CHECK(f.last_entry() == "relation add 1 new colleague");
    CHECK(f.column(R"(
        SELECT c.organisation_id FROM audit_entry e JOIN audit_chain c ON c.id = e.chain_id
        ORDER BY e.id DESC)")
              .front() == "1");
    const std::string image =
        f.column("SELECT after_image FROM audit_entry ORDER BY id DESC").front();
    CHECK(image.find("category=vaste medewerker\n") != std::string::npos);
    CHECK(image.find("from=2026-12-01\nuntil=2030-10-02\n") != std::string::npos);
    CHECK(image.find("werk@example.be") == std::string::npos);
    CHECK(f.notices() == Texts{"relation.add p-1 werk@example.be r-1@2030-10-02"});
    CHECK(f.problems().empty());
}

TEST_CASE("a period longer than the category's longest is cut, and that is said") {
    Working f;
    NewRelation request = f.request("2026-12-01", "2040-01-01");
    auto written = f.persons.add_relation(request);
    CHECK(written.item.period.last() == day("2036-12-01"));
    CHECK(written.remark ==
          "until cut to 01/12/2036: a vaste medewerker of target group EA has at most 10 years");
    CHECK_FALSE(f.persons.add_relation(request).changed);
    request = f.request("2020-02-29", "2025-01-01");
    request.category = Category::occasional;
    written = f.persons.add_relation(request);
    CHECK(written.item.period.last() == day("2021-02-28"));
}

TEST_CASE("a target group that does not know the category refuses it and names those it knows") {
    Working f;
    NewRelation request = f.request();
    request.category = Category::civil_servant;
    CHECK(f.refusal(request) == "rule category");
    CHECK(said([&] { f.persons.add_relation(request); }) ==
          "target group EA knows no category 'ambtenaar'; "
          "one of: externe medewerker, occasionele medewerker, vaste medewerker");
    request.audience = Audience::gid;
    CHECK(f.persons.add_relation(request).changed);
}

TEST_CASE("category rules hold on the days that the data say") {
    Working f;
    f.run("UPDATE category_rule SET valid_until = '2026-12-31' WHERE audience = 'EA'");
    f.run(R"(
        INSERT INTO category_rule VALUES
            ('EA', 'vaste medewerker', '1y', 0, 0, '2027-01-01', '9999-12-31', 'test'))");
    NewRelation request = f.request("2027-01-01", "2036-01-01");
    request.email = {};
    request.phone = {};
    CHECK(f.persons.add_relation(request).item.period.last() == day("2028-01-01"));
    request = f.request("2026-12-31", "2026-12-31");
    request.email = {};
    CHECK(f.refusal(request) == "usage email");
    request = f.request("2028-06-01", "2028-07-01");
    request.category = Category::external;
    CHECK(f.refusal(request) == "rule category");
}

TEST_CASE("a working relation needs the addresses that its category asks for") {
    Working f;
    NewRelation request = f.request();
    request.email = {};
    CHECK(f.refusal(request) == "usage email");
    request = f.request();
    request.phone = {};
    CHECK(f.refusal(request) == "usage phone");
}

TEST_CASE("a notice goes to the person's own address when the relation has none") {
    Working f;
    f.run("UPDATE category_rule SET email_required = 0");
    f.run("UPDATE person SET email = 'thuis@example.be'");
    NewRelation request = f.request("2026-12-01", "2027-12-01");
    request.email = {};
    f.persons.add_relation(request);
    CHECK(f.notices() == Texts{"relation.add p-1 thuis@example.be r-1@2027-12-01"});
}

TEST_CASE("an unknown person or organisation, a reversed period and a bad reason are refused") {
    Working f;
    const std::string before = f.trace();
    NewRelation request = f.request();
    request.person = person_number(7);
    CHECK(f.refusal(request) == "not_found person");
    request = f.request();
    request.org = org_number(7);
    CHECK(f.refusal(request) == "not_found org");
    CHECK(f.refusal(f.request("2026-12-02", "2026-12-01")) == "usage until");
    request = f.request();
    request.until = day("2026-11-22");
    CHECK(f.refusal(request) == "usage until");
    request = f.request();
    request.reason = "a\nb";
    CHECK(f.refusal(request) == "usage reason");
    request = f.request();
    request.from = day("9995-01-01");
    CHECK(f.refusal(request) == "usage from");
    CHECK(f.trace() == before);
}

TEST_CASE("the same relation again is unchanged: same period, or dates left out") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2030-12-31");
    const std::string before = f.trace();
    CHECK_FALSE(f.persons.add_relation(f.request("2026-01-01", "2030-12-31")).changed);
    CHECK_FALSE(f.persons.add_relation(f.request()).changed);
    NewRelation request = f.request();
    request.from = day("2026-01-01");
    CHECK_FALSE(f.persons.add_relation(request).changed);
    request = f.request();
    request.until = day("2030-12-31");
    const auto written = f.persons.add_relation(request);
    CHECK_FALSE(written.changed);
    CHECK(written.item.id.text() == "r-1");
    CHECK(f.trace() == before);
}

TEST_CASE("the same file on a later day finds the relation that it made without dates") {
    Working f;
    NewRelation request = f.request();
    request.until = day("2099-01-01");  // cut on the first day
    f.persons.add_relation(request);
    f.clock.set(Timestamp::parse("2027-03-01T10:00:00Z"));
    CHECK_FALSE(f.persons.add_relation(request).changed);
    CHECK_FALSE(f.persons.add_relation(f.request()).changed);
}

TEST_CASE("the same relation in another category or with other addresses is a conflict") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    NewRelation request = f.request();
    request.category = Category::external;
    CHECK(f.refusal(request) == "conflict category");
    request = f.request();
    request.email = EmailAddress::parse("ander@example.be");
    CHECK(f.refusal(request) == "conflict email");
    request = f.request();
    request.phone = PhoneNumber::parse("012345679");
    CHECK(f.refusal(request) == "conflict phone");
    CHECK(said([&] { f.persons.add_relation(request); }).find("dcadmin relation end") !=
          std::string::npos);
}

TEST_CASE("a period that overlaps another is a conflict whose hint says how to go on") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2030-12-31");
    const std::string number = f.org.digits();
    CHECK(f.refusal(f.request("2026-01-01", "2033-12-31")) == "conflict until");
    CHECK(f.refusal(f.request("2030-12-31", "2033-12-31")) == "conflict from");
    CHECK(said([&] { f.persons.add_relation(f.request("2026-01-01", "2033-12-31")); }) ==
          "working relation r-1 of p-1 with " + f.org.formatted() +
              " runs 01/01/2026 - 31/12/2030, which overlaps 01/01/2026 - 31/12/2033; to make it "
              "last longer: dcadmin relation extend --person p-1 --org " +
              number + " --until 2033-12-31");
    CHECK(said([&] { f.persons.add_relation(f.request("2028-01-01", "2029-12-31")); })
              .find("to replace it: dcadmin relation end --person p-1 --org " + number +
                    " --on 2027-12-31") != std::string::npos);
    CHECK(said([&] {
              f.persons.add_relation(f.request("2025-01-01", "2026-01-01"));
          }).find("--at-once") != std::string::npos);
    CHECK(f.persons.add_relation(f.request("2031-01-01", "2033-12-31")).changed);
    CHECK(f.problems().empty());
}

TEST_CASE("overlapping a relation of the past is mended by a later begin") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2020-01-01", "2024-12-31");
    CHECK(said([&] {
              f.persons.add_relation(f.request("2024-01-01", "2027-12-31"));
          }).find("let it begin after that: --from 2025-01-01") != std::string::npos);
    NewRelation same_begin = f.request();
    same_begin.from = day("2020-01-01");
    CHECK(f.refusal(same_begin) == "conflict until");
}

TEST_CASE("relations of another target group or organisation are no hindrance") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    NewRelation request = f.request();
    request.audience = Audience::lb;
    CHECK(f.persons.add_relation(request).changed);
    request = f.request();
    request.org = f.add_org(2, "Strijkatelier");
    CHECK(f.persons.add_relation(request).changed);
    CHECK(f.problems().empty());
}

TEST_CASE("after an end at once the same request makes a new relation") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.persons.end_relation({.person = f.lucas.id, .org = f.org, .at_once = true});
    const auto written = f.persons.add_relation(f.request("2026-01-01", "2030-12-31"));
    CHECK(written.changed);
    CHECK(written.item.id.text() == "r-2");
    CHECK(f.problems().empty());
}

}  // namespace dcadmin::test
