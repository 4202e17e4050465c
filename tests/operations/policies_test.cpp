// SPDX-License-Identifier: Apache-2.0
#include "support/bulk.h"
#include "support/signed_in.h"

#include <dcadmin/policies.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

TEST_CASE("a policy says what is usual until it is set, and each change is recorded") {
    Fixture f;
    Policies policies(f.env);
    CHECK(policies.get("retention").value == "10y");
    const auto set = policies.set({"retention", "12Y", "the board decided"});
    CHECK(set.changed);
    CHECK(policies.get("Retention").value == "12y");
    CHECK(policies.get("retention").usual == "10y");
    CHECK(f.last_entry() == "policy set 1 the board decided");
    CHECK_FALSE(policies.set({"retention", "12y", ""}).changed);
    CHECK(policies.set({"retention", "10y", ""}).changed);
    CHECK(f.problems().empty());
}

TEST_CASE("a store that nobody can sign in to is opened again by who keeps it, and the log tells") {
    Fixture f;
    Policies policies(f.env);
    CHECK_FALSE(policies.reopen("not closed").changed);
    policies.set({"sign_in", "required", ""});
    const Person els = f.add_person(1, "Els");
    f.run("INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, reason, "
          "operation_id) VALUES (1, 'operator', '2026-01-01', '9999-12-31', '', '', 1)");
    static_cast<void>(open_session(f, {.person = els.id.value()}));
    f.run("UPDATE credential SET retired_at = '2026-11-23T09:00:00Z'");
    CHECK(refused([&] { static_cast<void>(policies.list()); }) == "sign_in ");
    CHECK(refused([&] { policies.reopen(" "); }) == "usage reason");
    CHECK(policies.reopen("the last card was lost").changed);
    CHECK(f.last_entry() == "policy set 1 the last card was lost");
    CHECK(policies.get("sign_in").value == "optional");
}

TEST_CASE("setting a policy to its usual value changes nothing and records nothing") {
    Fixture f;
    const auto before = f.trace();
    CHECK_FALSE(Policies(f.env).set({"review_unanswered", "keep", "as it is"}).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("an unknown policy and a value that it does not take are refused with what there is") {
    Fixture f;
    Policies policies(f.env);
    CHECK(refused([&] { policies.set({"retentoin", "10y", ""}); }) == "not_found name");
    CHECK(said([&] {
              policies.set({"retentoin", "10y", ""});
          }) == "no policy 'retentoin'; did you mean retention?");
    CHECK(refused([&] { static_cast<void>(policies.get("colour")); }) == "not_found name");
    CHECK(refused([&] { policies.set({"retention", "long", ""}); }) == "usage value");
    CHECK(said([&] {
              policies.set({"review_unanswered", "maybe", ""});
          }) == "the policy review_unanswered cannot be 'maybe'; it takes one of: keep, revoke");
    CHECK(policies.list().size() >= 2);
}

}  // namespace dcadmin::test
