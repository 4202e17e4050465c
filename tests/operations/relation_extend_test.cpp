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

    RelationExtension until(std::string_view last) const {
        return {.person = lucas.id, .org = org, .audience = {}, .until = day(last), .reason = {}};
    }
    std::string refusal(const RelationExtension& asked) {
        return refused([&] { persons.extend_relation(asked); });
    }
};

}  // namespace

TEST_CASE("extending moves the end, with its entry and a notice") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2027-12-31");
    RelationExtension request = f.until("2030-06-30");
    request.reason = "contract renewed";
    const auto written = f.persons.extend_relation(request);
    CHECK(written.changed);
    CHECK(written.item.period == DateRange::of(day("2026-01-01"), day("2030-06-30")));
    CHECK(f.persons.get_relation(written.item.id).period == written.item.period);
    CHECK(f.last_entry() == "relation extend 1 contract renewed");
    const Texts images = f.column(R"(
        SELECT before_image || after_image FROM audit_entry WHERE verb = 'extend')");
    CHECK(images.front().find("until=2027-12-31\n") < images.front().find("until=2030-06-30\n"));
    CHECK(f.notices().back() == "relation.extend p-1 werk@example.be r-1@2030-06-30");
    CHECK(f.problems().empty());
}

TEST_CASE("extending to the day on which it ends already changes nothing") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2027-12-31");
    const std::string before = f.trace();
    CHECK_FALSE(f.persons.extend_relation(f.until("2027-12-31")).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("an extension may not shorten, and the hint is relation end") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2027-12-31");
    CHECK(f.refusal(f.until("2027-12-30")) == "rule until");
    CHECK(
        said([&] {
            f.persons.extend_relation(f.until("2027-12-30"));
        }).find("dcadmin relation end --person p-1 --org " + f.org.digits() + " --on 2027-12-30") !=
        std::string::npos);
}

TEST_CASE("an extension reaches at most the category's longest from today") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2020-01-01", "2027-12-31");
    CHECK(f.refusal(f.until("2036-11-24")) == "rule until");
    CHECK(said([&] {
              f.persons.extend_relation(f.until("2036-11-24"));
          }).find("the latest day is --until 2036-11-23") != std::string::npos);
    CHECK(f.persons.extend_relation(f.until("2036-11-23")).changed);
}

TEST_CASE("an ended relation cannot be extended, an absent one is not found") {
    Working f;
    CHECK(f.refusal(f.until("2030-01-01")) == "not_found org");
    f.add_relation(f.lucas.id, f.org, "2020-01-01", "2024-12-31");
    CHECK(f.refusal(f.until("2030-01-01")) == "rule org");
    RelationExtension request = f.until("2030-01-01");
    request.audience = Audience::lb;
    CHECK(f.refusal(request) == "not_found org");
    request.person = person_number(9);
    CHECK(f.refusal(request) == "not_found person");
    request = f.until("2030-01-01");
    request.org = org_number(9);
    CHECK(f.refusal(request) == "not_found org");
}

TEST_CASE("a relation that was ended at once cannot be extended") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.persons.end_relation({.person = f.lucas.id, .org = f.org, .at_once = true});
    CHECK(f.refusal(f.until("2035-01-01")) == "rule org");
}

TEST_CASE("an extension into the next relation is a conflict") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2026-12-31");
    f.add_relation(f.lucas.id, f.org, "2027-06-01", "2028-12-31");
    CHECK(f.refusal(f.until("2027-06-01")) == "conflict until");
    CHECK(f.persons.extend_relation(f.until("2027-05-31")).item.id.text() == "r-1");
    CHECK(f.problems().empty());
}

TEST_CASE("with relations of several target groups the request must say which") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2030-12-31", Audience::lb);
    CHECK(f.refusal(f.until("2032-01-01")) == "usage audience");
    RelationExtension request = f.until("2032-01-01");
    request.audience = Audience::lb;
    CHECK(f.persons.extend_relation(request).item.id.text() == "r-2");
}

}  // namespace dcadmin::test
