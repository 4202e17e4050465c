// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

TEST_CASE("revoking acts at once, with its time") {
    RightsFixture f;
    const Grant grant = f.granted(f.new_grant());
    CHECK_FALSE(f.rights.access(f.question()).empty());
    const auto written = f.rights.revoke(f.revocation());
    CHECK(written.changed);
    CHECK(written.item.at(0).state == GrantState::revoked);
    CHECK(written.item.at(0).revoked_at == f.clock.now());
    CHECK(f.rights.access(f.question()).empty());
    CHECK(f.last_entry() == "grant revoke " + std::to_string(grant.id.value()) + " left the desk");
    CHECK(f.notices().back().starts_with("grant.revoke"));
}

TEST_CASE("revoking on a day keeps access through that day") {
    RightsFixture f;
    f.granted(f.new_grant());
    GrantRevocation request = f.revocation();
    request.on = day("2026-11-30");
    const auto written = f.rights.revoke(request);
    CHECK(written.item.at(0).state == GrantState::active);
    CHECK(written.item.at(0).period.last() == day("2026-11-30"));
    f.clock.set(Timestamp::parse("2026-11-30T22:59:59Z"));  // 23:59:59 in Brussels
    CHECK_FALSE(f.rights.access(f.question()).empty());
    f.clock.set(Timestamp::parse("2026-11-30T23:00:00Z"));
    CHECK(f.rights.access(f.question()).empty());
    CHECK(f.rights.get_grant(written.item.at(0).id).state == GrantState::revoked);
}

TEST_CASE("a day that is past, or after the end, does not move an end") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2026-12-31"));
    GrantRevocation request = f.revocation();
    request.on = day("2026-11-22");
    CHECK(refused([&] { f.rights.revoke(request); }) == "rule on");
    request.on = day("2027-03-01");
    CHECK_FALSE(f.rights.revoke(request).changed);
}

TEST_CASE("a grant that has not begun by the day is revoked at once") {
    RightsFixture f;
    f.granted(f.new_grant("2027-01-01", "2027-12-31"));
    GrantRevocation request = f.revocation();
    request.on = day("2026-12-01");
    CHECK(f.rights.revoke(request).item.at(0).state == GrantState::revoked);
    CHECK(f.problems().empty());
}

TEST_CASE("what was revoked already is unchanged, what never was is not found") {
    RightsFixture f;
    CHECK(refused([&] { f.rights.revoke(f.revocation()); }) == "not_found right");
    f.granted(f.new_grant());
    f.rights.revoke(f.revocation());
    const auto before = f.trace();
    CHECK_FALSE(f.rights.revoke(f.revocation()).changed);
    CHECK(f.trace() == before);
}

TEST_CASE("a grant can be made and revoked again within the same second") {
    RightsFixture f;
    for (int round = 0; round < 3; ++round) {
        CHECK(f.rights.grant(f.new_grant()).changed);
        CHECK(f.rights.revoke(f.revocation()).changed);
        CHECK(f.rights.access(f.question()).empty());
    }
    CHECK(f.problems().empty());
}

TEST_CASE("without a site every live grant of the right there is revoked, with one only that") {
    RightsFixture f;
    f.rights.grant(f.site_grant({f.aalst, f.brugge}));
    GrantRevocation request = f.revocation();
    request.right = f.vouchers;
    request.contexts = {f.aalst};
    CHECK(f.rights.revoke(request).item.size() == 1);
    request.contexts.clear();
    CHECK(f.rights.revoke(request).changed);
    GrantFilter live;
    live.state = GrantState::active;
    CHECK(f.rights.list_grants(live, [](const Grant&) { return true; }) == 0);
}

TEST_CASE("extending moves the end of the live grant and keeps what was granted first in the log") {
    RightsFixture f;
    const Grant grant = f.granted(f.new_grant("2026-11-01", "2026-12-31"));
    const auto written = f.rights.extend(f.extension("2027-12-31"));
    CHECK(written.changed);
    CHECK(written.item.at(0).id == grant.id);
    CHECK(written.item.at(0).period.last() == day("2027-12-31"));
    CHECK(f.last_entry() == "grant extend " + std::to_string(grant.id.value()) + " stays longer");
    CHECK(f.notices().back().starts_with("grant.extend"));
    CHECK(f.column("SELECT first_until FROM right_grant") ==
          std::vector<std::string>{"2026-12-31"});
}

TEST_CASE("extending is cut to the relation and to the right's longest duration from today") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2026-12-31"));
    auto written = f.rights.extend(f.extension("2035-01-01"));
    CHECK(written.item.at(0).period.last() == day("2030-11-23"));
    CHECK(written.remark.find("the longest this right may last") != std::string::npos);
    CHECK_FALSE(f.rights.extend(f.extension("2030-11-23")).changed);
    f.clock.set(Timestamp::parse("2028-01-01T10:00:00Z"));
    written = f.rights.extend(f.extension("2035-01-01"));
    CHECK(written.item.at(0).period.last() == day("2030-12-31"));
    CHECK(written.remark.find("the end of the working relation") != std::string::npos);
}

TEST_CASE("extending never shortens, and does not bring back what is over") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2026-12-31"));
    CHECK(refused([&] { f.rights.extend(f.extension("2026-12-30")); }) == "rule until");
    f.clock.set(Timestamp::parse("2027-01-15T10:00:00Z"));
    CHECK(refused([&] { f.rights.extend(f.extension("2027-12-31")); }) == "rule right");
    CHECK(said([&] { f.rights.extend(f.extension("2027-12-31")); }).find("dcadmin grant add") !=
          std::string::npos);
}

TEST_CASE("extending into a later grant of the same right is a conflict") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2026-12-31"));
    f.granted(f.new_grant("2027-03-01", "2027-12-31"));
    CHECK(refused([&] { f.rights.extend(f.extension("2028-01-01")); }) == "conflict until");
}

TEST_CASE("extending takes back a revocation that was planned") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2027-12-31"));
    GrantRevocation request = f.revocation();
    request.on = day("2026-12-31");
    f.rights.revoke(request);
    const auto written = f.rights.extend(f.extension("2027-06-30"));
    CHECK(written.item.at(0).period.last() == day("2027-06-30"));
    CHECK_FALSE(written.item.at(0).revoked_at.has_value());
}

TEST_CASE("ending a working relation ends its grants the same day, in the same transaction") {
    RightsFixture f;
    f.granted(f.new_grant("2026-11-01", "2027-12-31"));
    f.granted(f.new_grant("2028-01-01", "2028-12-31"));
    const auto ended = f.persons.end_relation({.person = f.lucas.id,
                                               .org = f.org,
                                               .audience = {},
                                               .on = day("2026-12-31"),
                                               .at_once = false,
                                               .reason = "leaves"});
    CHECK(ended.item.grants.size() == 2);
    f.clock.set(Timestamp::parse("2026-12-31T12:00:00Z"));
    CHECK_FALSE(f.rights.access(f.question()).empty());
    f.clock.set(Timestamp::parse("2027-01-01T12:00:00Z"));
    CHECK(f.rights.access(f.question()).empty());
    CHECK(f.problems().empty());
}

TEST_CASE("a run that would revoke more than its limit stops, unless the exact number is given") {
    RightsFixture f;
    std::vector<std::variant<GrantRevocation, Error>> rows;
    for (std::uint64_t n = 10; n < 40; ++n) {
        const Person person = f.add_person(n);
        f.add_relation(person.id, f.org);
        NewGrant request = f.new_grant();
        request.person = person.id;
        f.granted(request);
        GrantRevocation revocation = f.revocation();
        revocation.person = person.id;
        rows.emplace_back(revocation);
    }
    const auto run = [&](const auto& source, const auto& options, const auto& sink) {
        return f.rights.revoke_rows(source, options, sink);
    };
    const auto before = f.trace();
    auto outcome = run_rows<GrantRevocation>(rows, {}, run);
    REQUIRE(outcome.summary.failure);
    CHECK(outcome.summary.failure->hint() == "when that is meant, add --yes-revoke=30");
    CHECK(f.trace() == before);
    bulk::Options exact;
    exact.revoke_limit.exact = 30;
    outcome = run_rows<GrantRevocation>(rows, exact, run);
    CHECK(outcome.summary.count(bulk::State::applied) == 30);
    CHECK(run_rows<GrantRevocation>(rows, {}, run).summary.count(bulk::State::unchanged) == 30);
}
