// SPDX-License-Identifier: Apache-2.0
#include "rights_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/leavers.h>
#include <dcadmin/outbox.h>
#include <dcadmin/policies.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

// Lucas worked until yesterday, and the store keeps data for a day only.
struct Gone : RightsFixture {
    Leavers leavers{env};

    Gone() {
        granted(new_grant("2026-01-01", "2027-12-31"));
        leavers.leave({.person = lucas.id, .reason = "left"});
        clock.set(Timestamp::parse("2026-11-24T10:00:00Z"));
    }
    void keep_for(const std::string& term) {
        Policies(env).set({"retention", term, "for the test"});
    }
    [[nodiscard]] ErasureRequest request() const {
        return {.person = lucas.id, .reason = "term has passed"};
    }
    [[nodiscard]] ErasureRequest forced() const {
        auto forced = request();
        forced.force = true;
        return forced;
    }
    [[nodiscard]] std::vector<AuditProblem> log_problems() { return Audit(env).verify().problems; }
};

}  // namespace

TEST_CASE("erasing a person takes every personal field and leaves every chain whole") {
    Gone f;
    const auto erased = f.leavers.erase(f.forced());
    CHECK(erased.changed);
    CHECK(erased.item.relations == 1);
    CHECK(erased.item.notices > 0);
    CHECK(f.column("SELECT first_name || last_name || folded || folded_last || email || phone || "
                   "audit_key FROM person") == std::vector<std::string>{""});
    CHECK(f.column("SELECT email || phone FROM working_relation") == std::vector<std::string>{""});
    CHECK(f.column("SELECT DISTINCT address FROM notice") == std::vector<std::string>{""});
    CHECK(f.last_entry() == "person erase 1 term has passed");
    CHECK(f.log_problems().empty());
    CHECK(f.problems().empty());
}

TEST_CASE("an erased person is nobody any more, and what he held shows no name") {
    Gone f;
    f.leavers.erase(f.forced());
    CHECK(refused([&] { static_cast<void>(f.persons.get(f.lucas.id)); }) == "not_found person");
    CHECK(refused([&] { static_cast<void>(f.persons.get(f.lucas.number)); }) == "not_found person");
    CHECK(refused([&] { f.leavers.erase(f.forced()); }) == "not_found person");
    CHECK(f.persons.list({}, [](const Person&) { return true; }) == 0);
    CHECK(f.persons.beginning_with("", 10).empty());
    const auto grant = f.rights.get_grant(GrantId::from_stored(1));
    CHECK_FALSE(grant.number);
    CHECK(grant.name == "(erased)");
    const auto relation = f.persons.get_relation(RelationId::from_stored(1));
    CHECK_FALSE(relation.number);
    CHECK(relation.name == "(erased)");
    CHECK(f.persons.add(new_person(1)).changed);
}

TEST_CASE("a person whose relation lasts is not erased, by force neither") {
    RightsFixture f;
    Leavers leavers(f.env);
    ErasureRequest request{.person = f.lucas.id, .reason = "asked", .force = true};
    CHECK(
        said([&] { leavers.erase(request); }) ==
        "p-1 still has 1 working relation or offices that have not ended; end them first: dcadmin "
        "person leave p-1 --reason REASON --yes");
}

TEST_CASE("data are kept through the last day of the term of retention") {
    Gone f;  // his last day is 23 November 2026
    f.keep_for("1y");
    f.clock.set(Timestamp::parse("2027-11-23T10:00:00Z"));
    CHECK(said([&] { f.leavers.erase(f.request()); }) ==
          "the data of p-1 are kept until 23/11/2027: 1 year after 23/11/2026; see: dcadmin policy "
          "get retention; or give --force with the reason");
    f.clock.set(Timestamp::parse("2027-11-24T10:00:00Z"));
    CHECK(f.leavers.erase(f.request()).changed);
}

TEST_CASE("a term that ends in February of a leap year ends on its last day elsewhere") {
    RightsFixture f;
    Leavers leavers(f.env);
    leavers.leave({.person = f.lucas.id, .on = day("2028-02-29"), .reason = "left"});
    Policies(f.env).set({"retention", "1y", ""});
    f.clock.set(Timestamp::parse("2029-02-28T10:00:00Z"));
    CHECK(refused([&] { leavers.erase({.person = f.lucas.id, .reason = "term"}); }) ==
          "rule person");
    f.clock.set(Timestamp::parse("2029-03-01T10:00:00Z"));
    CHECK(leavers.erase({.person = f.lucas.id, .reason = "term"}).changed);
}

TEST_CASE("somebody who never held anything is kept from the day that he was added") {
    Fixture f;
    const auto person = f.add_person(1);
    Leavers leavers(f.env);
    CHECK(refused([&] { leavers.erase({.person = person.id, .reason = "typo"}); }) ==
          "rule person");
    CHECK(leavers.erase({.person = person.id, .reason = "typo", .force = true}).changed);
}

TEST_CASE("erasing wants a reason") {
    Gone f;
    auto silent = f.forced();
    silent.reason = "";
    CHECK(refused([&] { f.leavers.erase(silent); }) == "usage reason");
}

TEST_CASE("a person who was emptied behind the log's back is found") {
    Gone f;
    f.run(
        "UPDATE person SET number = -id, first_name = '', last_name = '', email = '', phone = '', "
        "audit_key = ''");
    f.run("UPDATE working_relation SET email = '', phone = ''");
    const auto problems = f.log_problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == "p-1 has no data, but the log tells of no erasure");
}

TEST_CASE("an erased person who gets data again behind the log's back is found") {
    Gone f;
    f.leavers.erase(f.forced());
    f.run("UPDATE person SET first_name = 'Lucas'");
    const auto problems = f.log_problems();
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].what == "p-1 was erased, but has data again");
}

TEST_CASE("what else the log says of an erased person's relation is still compared") {
    Gone f;
    f.leavers.erase(f.forced());
    f.run("UPDATE working_relation SET reason = 'another'");
    CHECK(f.log_problems().size() == 1);
}

}  // namespace dcadmin::test
