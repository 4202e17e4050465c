// SPDX-License-Identifier: Apache-2.0
#include "support/bulk.h"
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

    RelationEnd today_end() const {
        return {.person = lucas.id,
                .org = org,
                .audience = {},
                .on = {},
                .at_once = false,
                .reason = {}};
    }
    RelationEnd on(std::string_view last) const {
        RelationEnd request = today_end();
        request.on = day(last);
        return request;
    }
    RelationEnd at_once() const {
        RelationEnd request = today_end();
        request.at_once = true;
        return request;
    }
    std::string refusal(const RelationEnd& asked) {
        return refused([&] { persons.end_relation(asked); });
    }
    // Each grant: id, end, the end first granted, the moment of revocation.
    Texts grants() {
        return column(R"(
            SELECT id || ' ' || valid_until || ' ' || COALESCE(first_until, '-') || ' ' || revoked_at
            FROM right_grant ORDER BY id)");
    }
};

}  // namespace

TEST_CASE("ending keeps access through today when no day is given") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    const auto written = f.persons.end_relation(f.today_end());
    CHECK(written.changed);
    CHECK(written.item.relation.period.last() == f.today());
    CHECK(written.item.relation.state == RelationState::active);
    CHECK(f.persons.get_relation(written.item.relation.id, day("2026-11-24")).state ==
          RelationState::ended);
    CHECK(f.problems().empty());
}

TEST_CASE("ending on a day leaves an entry in the organisation's chain and a notice") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    RelationEnd request = f.on("2026-12-31");
    request.reason = "leaves";
    f.persons.end_relation(request);
    CHECK(f.last_entry() == "relation end 1 leaves");
    CHECK(f.column("SELECT chain_id FROM audit_entry WHERE verb = 'end'") ==
          f.column("SELECT id FROM audit_chain WHERE organisation_id = 1"));
    CHECK(f.notices().back() == "relation.end p-1 werk@example.be r-1@2026-12-31");
}

TEST_CASE("an end takes the grants that last longer with it, the same day") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.add_right("a");
    f.add_right("b");
    f.add_right("c");
    f.add_grant(f.lucas.id, f.org, "a", "2026-11-23", "2029-12-31");
    f.add_grant(f.lucas.id, f.org, "b", "2026-11-23", "2026-12-15");
    f.add_grant(f.lucas.id, f.org, "c", "2027-02-01", "2028-12-31");
    RelationEnd request = f.on("2026-12-31");
    request.reason = "leaves";
    const auto written = f.persons.end_relation(request);
    CHECK(written.item.grants ==
          std::vector<GrantId>{GrantId::from_stored(1), GrantId::from_stored(3)});
    CHECK(f.grants() == Texts{"1 2026-12-31 2029-12-31 ", "2 2026-12-15 - ",
                              "3 2028-12-31 - 2026-11-23T10:00:00Z"});
    const auto entries = f.entries();
    CHECK(Texts(entries.end() - 3, entries.end()) ==
          Texts{"relation end 1 leaves", "grant end 1 leaves", "grant end 3 leaves"});
    CHECK(f.column("SELECT before_image || after_image FROM audit_entry WHERE subject = 'grant' "
                   "AND verb = 'end' ORDER BY id") ==
          Texts{"until=2029-12-31\nrevoked_at=\nuntil=2026-12-31\nrevoked_at=\n",
                "until=2028-12-31\nrevoked_at=\n"
                "until=2028-12-31\nrevoked_at=2026-11-23T10:00:00Z\n"});
    CHECK(f.notices().back() ==
          "relation.end p-1 werk@example.be r-1@2026-12-31 g-1@2026-12-31 g-3@2026-11-23");
    CHECK(f.problems().empty());
}

TEST_CASE("an end at once revokes every live grant with the time") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.add_right("a");
    f.add_right("b");
    f.add_grant(f.lucas.id, f.org, "a", "2026-11-23", "2029-12-31");
    f.add_grant(f.lucas.id, f.org, "b", "2026-06-01", "2026-11-22");
    const auto written = f.persons.end_relation(f.at_once());
    CHECK(written.item.relation.state == RelationState::ended);
    CHECK(written.item.relation.ended_at == f.clock.now());
    CHECK(written.item.relation.period.last() == day("2030-12-31"));
    CHECK(written.item.grants == std::vector<GrantId>{GrantId::from_stored(1)});
    CHECK(f.grants() == Texts{"1 2029-12-31 - 2026-11-23T10:00:00Z", "2 2026-11-22 - "});
    CHECK(f.notices().back() == "relation.end p-1 werk@example.be r-1@2026-11-23 g-1@2026-11-23");
    CHECK(f.problems().empty());
}

TEST_CASE("a grant that was cut once keeps the end that was granted first") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.add_right("a");
    f.add_grant(f.lucas.id, f.org, "a", "2026-11-23", "2029-12-31");
    f.persons.end_relation(f.on("2027-12-31"));
    f.persons.end_relation(f.on("2026-12-31"));
    CHECK(f.grants() == Texts{"1 2026-12-31 2029-12-31 "});
}

TEST_CASE("what has ended on that day or before is unchanged") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    f.persons.end_relation(f.on("2026-12-31"));
    const std::string before = f.trace();
    CHECK_FALSE(f.persons.end_relation(f.on("2026-12-31")).changed);
    CHECK_FALSE(f.persons.end_relation(f.on("2027-12-31")).changed);
    CHECK(f.trace() == before);
    f.persons.end_relation(f.at_once());
    const std::string after = f.trace();
    const auto again = f.persons.end_relation(f.at_once());
    CHECK_FALSE(again.changed);
    CHECK(again.item.relation.id.text() == "r-1");
    CHECK_FALSE(f.persons.end_relation(f.today_end()).changed);
    CHECK(f.trace() == after);
}

TEST_CASE("a relation that has not begun by then ends at once") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2027-01-01", "2030-12-31");
    const auto written = f.persons.end_relation(f.on("2026-12-31"));
    CHECK(written.item.relation.ended_at == f.clock.now());
    CHECK(f.problems().empty());
}

TEST_CASE("an end reaches the next relation too, and says so") {
    Working f;
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2026-12-31");
    f.add_relation(f.lucas.id, f.org, "2027-01-01", "2030-12-31");
    const auto written = f.persons.end_relation(f.today_end());
    CHECK(written.item.relation.id.text() == "r-1");
    CHECK(written.remark == "also ended: r-2, from 01/01/2027");
    CHECK_FALSE(f.persons.end_relation(f.today_end()).changed);
    CHECK(f.problems().empty());
}

TEST_CASE("an end in the past, or both on a day and at once, is refused") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    const std::string before = f.trace();
    CHECK(f.refusal(f.on("2026-11-22")) == "rule on");
    CHECK(said([&] { f.persons.end_relation(f.on("2026-11-22")); }).find("--at-once") !=
          std::string::npos);
    RelationEnd request = f.on("2026-12-31");
    request.at_once = true;
    CHECK(f.refusal(request) == "usage on");
    CHECK(f.trace() == before);
}

TEST_CASE("ending what never was is not found, ending one of several needs the target group") {
    Working f;
    CHECK(f.refusal(f.today_end()) == "not_found org");
    f.add_relation(f.lucas.id, f.org);
    f.add_relation(f.lucas.id, f.org, "2026-01-01", "2030-12-31", Audience::lb);
    CHECK(f.refusal(f.today_end()) == "usage audience");
    RelationEnd request = f.today_end();
    request.audience = Audience::gid;
    CHECK(f.refusal(request) == "not_found org");
    request.audience = Audience::lb;
    CHECK(f.persons.end_relation(request).item.relation.id.text() == "r-2");
    request.person = person_number(9);
    CHECK(f.refusal(request) == "not_found person");
    request.person = f.lucas.id;
    request.org = org_number(9);
    CHECK(f.refusal(request) == "not_found org");
    request.org = f.org;
    request.reason = "a\x1b";
    CHECK(f.refusal(request) == "usage reason");
}

TEST_CASE("a run that would end more grants than its limit stops unless the number is confirmed") {
    Working f;
    f.add_relation(f.lucas.id, f.org);
    for (const char* code : {"a", "b", "c"}) {
        f.add_right(code);
        f.add_grant(f.lucas.id, f.org, code, "2026-11-23", "2029-12-31");
    }
    const std::string before = f.trace();
    const auto run = [&](const bulk::Options& options) {
        return run_rows<RelationEnd>({f.at_once()}, options,
                                     [&](const auto& source, const auto& how, const auto& sink) {
                                         return f.persons.end_relation_rows(source, how, sink);
                                     });
    };
    bulk::Options options;
    options.revoke_limit.count = 2;
    auto outcome = run(options);
    REQUIRE(outcome.summary.failure);
    CHECK(outcome.summary.failure->kind() == Kind::rule);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
    options.revoke_limit.exact = 2;
    CHECK(run(options).summary.failure);
    options.revoke_limit.exact = 3;
    outcome = run(options);
    CHECK(outcome.summary.committed);
    CHECK(outcome.results.at(1).id == "r-1");
    CHECK(outcome.results.at(1).message == "3 grants ended with it: g-1, g-2, g-3");
}

}  // namespace dcadmin::test
