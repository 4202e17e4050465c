// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"

#include <dcadmin/audit.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct UpdateFixture : Fixture {
    EnterpriseNumber org = add_org(1);
    Person lucas = add_person(1);
    Relation relation = add_relation(lucas.id, org);
    RelationChange change{.person = lucas.id,
                          .org = org,
                          .audience = {},
                          .email = EmailAddress::parse("nieuw@example.be"),
                          .phone = {},
                          .reason = "moved"};
};

}  // namespace

TEST_CASE("another address of a working relation is kept, recorded and told") {
    UpdateFixture f;
    const auto written = f.persons.update_relation(f.change);
    CHECK(written.changed);
    CHECK(written.item.email == f.change.email);
    CHECK(written.item.phone == f.relation.phone);
    CHECK(f.last_entry() == "relation update 1 moved");
    CHECK(f.notices().back() == "relation.update p-1 nieuw@example.be r-1@2030-12-31");
    CHECK(f.column("SELECT after_image FROM audit_entry ORDER BY id DESC").front().find("nieuw@") ==
          std::string::npos);
    const std::string before = f.trace();
    CHECK_FALSE(f.persons.update_relation(f.change).changed);
    CHECK(f.trace() == before);
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
}

TEST_CASE("a working relation that is over, unknown or left as it is is not updated") {
    UpdateFixture f;
    const auto update = [&] { f.persons.update_relation(f.change); };
    f.change.email.reset();
    CHECK(refused(update) == "usage ");
    f.change.phone = PhoneNumber::parse("+3212345679");
    f.change.audience = Audience::lb;
    CHECK(refused(update) == "not_found org");
    f.change.audience.reset();
    f.persons.end_relation({.person = f.lucas.id, .org = f.org, .at_once = true});
    CHECK(refused(update) == "rule org");
}

}  // namespace dcadmin::test
