// SPDX-License-Identifier: Apache-2.0
// The contract of runs by file, on persons and working relations.
#include "support/bulk.h"
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <variant>
#include <vector>

namespace dcadmin::test {

namespace {

using Texts = std::vector<std::string>;
using PersonRows = std::vector<std::variant<NewPerson, Error>>;
using RelationRows = std::vector<std::variant<NewRelation, Error>>;

Outcome add_persons(Fixture& f, const PersonRows& rows, const bulk::Options& options = {}) {
    return run_rows(rows, options, [&](const auto& source, const auto& how, const auto& sink) {
        return f.persons.add_rows(source, how, sink);
    });
}

Outcome add_relations(Fixture& f, const RelationRows& rows, const bulk::Options& options = {}) {
    return run_rows(rows, options, [&](const auto& source, const auto& how, const auto& sink) {
        return f.persons.add_relation_rows(source, how, sink);
    });
}

PersonRows three_persons() {
    return {new_person(1, "Ann"), new_person(2, "Bea"), new_person(3, "Cas")};
}

PersonRows with_bad_rows() {
    return {new_person(1, "Ann"), new_person(2, " "), Error(Kind::usage, "not a number"),
            new_person(4, "Dirk")};
}

// Two persons, two organisations; the first person in both.
RelationRows three_relations(Fixture& f) {
    const auto one = f.add_org(1);
    const auto two = f.add_org(2);
    const Person ann = f.add_person(1, "Ann");
    const Person bea = f.add_person(2, "Bea");
    RelationRows rows;
    for (const auto& [person, org] :
         {std::pair(ann.id, one), std::pair(bea.id, one), std::pair(ann.id, two)}) {
        NewRelation request = new_relation(person, org);
        request.until = day("2030-12-31");
        rows.emplace_back(request);
    }
    return rows;
}

}  // namespace

TEST_CASE("a run applies every row in one operation, each row with its entry") {
    Fixture f;
    const auto outcome = add_persons(f, three_persons());
    CHECK(outcome.states() == "applied applied applied");
    CHECK(outcome.results.at(2).id == "p-2");
    CHECK(outcome.summary.committed);
    CHECK(outcome.summary.count(bulk::State::applied) == 3);
    CHECK(f.entries() == Texts{"person add 1", "person add 2", "person add 3"});
    CHECK(f.column("SELECT count(*) FROM operation") == Texts{"1"});
    CHECK(f.problems().empty());
}

TEST_CASE("running the same rows again changes nothing") {
    Fixture f;
    add_persons(f, three_persons());
    const std::string before = f.trace();
    CHECK(add_persons(f, three_persons()).states() == "unchanged unchanged unchanged");
    CHECK(f.trace() == before);
}

TEST_CASE("a dry run says what a run would do and changes nothing") {
    Fixture f;
    const std::string before = f.trace();
    bulk::Options options;
    options.dry_run = true;
    PersonRows rows = three_persons();
    rows.emplace_back(new_person(1, "Ann"));  // judged against the rows before it
    rows.emplace_back(new_person(1, "Else"));
    const auto outcome = add_persons(f, rows, options);
    CHECK(outcome.states() == "applied applied applied unchanged rejected");
    CHECK(outcome.of(5) == "rejected conflict");
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
}

TEST_CASE("one bad row stops the whole run, and every bad row is named") {
    Fixture f;
    const std::string before = f.trace();
    const auto outcome = add_persons(f, with_bad_rows());
    CHECK(outcome.of(2) == "rejected usage");
    CHECK(outcome.results.at(2).field == "first_name");
    CHECK(outcome.of(3) == "rejected usage");
    CHECK(outcome.results.at(3).message == "not a number");
    CHECK_FALSE(outcome.summary.committed);
    CHECK(outcome.summary.count(bulk::State::applied) == 0);
    CHECK(outcome.summary.count(bulk::State::not_attempted) == 2);
    CHECK(f.trace() == before);
}

TEST_CASE("bad rows are left out when that is asked, and leave no trace") {
    Fixture f;
    bulk::Options options;
    options.skip_invalid = true;
    const auto outcome = add_persons(f, with_bad_rows(), options);
    CHECK(outcome.states() == "applied rejected rejected applied");
    CHECK(outcome.summary.committed);
    CHECK(f.entries() == Texts{"person add 1", "person add 2"});
    CHECK(f.column("SELECT first_name FROM person ORDER BY id") == Texts{"Ann", "Dirk"});
    CHECK(f.problems().empty());
}

TEST_CASE("of two rows that collide the earlier one wins") {
    Fixture f;
    RelationRows rows = three_relations(f);
    NewRelation longer = std::get<NewRelation>(rows[0]);
    longer.until = day("2033-12-31");
    rows.emplace_back(longer);
    bulk::Options options;
    options.skip_invalid = true;
    const auto outcome = add_relations(f, rows, options);
    CHECK(outcome.states() == "applied applied applied rejected");
    CHECK(outcome.of(4) == "rejected conflict");
    CHECK(f.problems().empty());
}

TEST_CASE("a run in batches judges the whole file first") {
    Fixture f;
    const std::string before = f.trace();
    bulk::Options options;
    options.batch = 1;
    const auto outcome = add_persons(f, with_bad_rows(), options);
    CHECK(outcome.summary.count(bulk::State::rejected) == 2);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
}

TEST_CASE("a run in batches commits every so many rows and can be run again") {
    Fixture f;
    bulk::Options options;
    options.batch = 2;
    CHECK(add_persons(f, three_persons(), options).states() == "applied applied applied");
    CHECK(f.column("SELECT count(*) FROM operation") == Texts{"1"});
    CHECK(add_persons(f, three_persons(), options).states() == "unchanged unchanged unchanged");
    CHECK(f.problems().empty());
}

TEST_CASE("a run that is told to stop changes nothing") {
    Fixture f;
    const std::string before = f.trace();
    const std::atomic<int> stop = 2;
    bulk::Options options;
    options.stop = &stop;
    const auto outcome = add_persons(f, three_persons(), options);
    CHECK(outcome.summary.stopped_by_signal);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
}

TEST_CASE("a run makes one notice per person that names all of his rows") {
    Fixture f;
    const RelationRows rows = three_relations(f);
    CHECK(add_relations(f, rows).states() == "applied applied applied");
    CHECK(f.column("SELECT items FROM notice ORDER BY person_id") ==
          Texts{"r-1@2030-12-31 r-3@2030-12-31", "r-2@2030-12-31"});
}

TEST_CASE("a run makes a notice per row, or none, when that is asked") {
    Fixture each;
    bulk::Options options;
    options.notify = bulk::Notify::each;
    add_relations(each, three_relations(each), options);
    CHECK(each.column("SELECT items FROM notice ORDER BY id") ==
          Texts{"r-1@2030-12-31", "r-2@2030-12-31", "r-3@2030-12-31"});
    Fixture none;
    options.notify = bulk::Notify::none;
    add_relations(none, three_relations(none), options);
    CHECK(none.notices().empty());
}

TEST_CASE("a row that is refused tells nobody") {
    Fixture f;
    RelationRows rows = three_relations(f);
    std::get<NewRelation>(rows[1]).category = Category::civil_servant;
    bulk::Options options;
    options.skip_invalid = true;
    CHECK(add_relations(f, rows, options).states() == "applied rejected applied");
    CHECK(f.column("SELECT items FROM notice") == Texts{"r-1@2030-12-31 r-2@2030-12-31"});
}

TEST_CASE("relations are extended and persons updated by file under the same rules") {
    Fixture f;
    add_relations(f, three_relations(f));
    const RelationExtension good{.person = person_number(1),
                                 .org = org_number(1),
                                 .audience = {},
                                 .until = day("2032-12-31"),
                                 .reason = {}};
    RelationExtension shorter = good;
    shorter.until = day("2027-12-31");
    bulk::Options options;
    options.skip_invalid = true;
    const auto extended = run_rows<RelationExtension>(
        {good, good, shorter}, options, [&](const auto& source, const auto& how, const auto& sink) {
            return f.persons.extend_relation_rows(source, how, sink);
        });
    CHECK(extended.states() == "applied unchanged rejected");
    CHECK(extended.results.at(1).id == "r-1");
    CHECK(extended.of(3) == "rejected rule");

    const PersonChange change{.person = PersonId::from_stored(2),
                              .first_name = "Beatrijs",
                              .last_name = {},
                              .email = {},
                              .phone = {},
                              .language = {}};
    const auto updated = run_rows<PersonChange>(
        {change, change}, {}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.persons.update_rows(source, how, sink);
        });
    CHECK(updated.states() == "applied unchanged");
    CHECK(f.problems().empty());
}

TEST_CASE("rows that the store itself refuses are undone like any other") {
    Fixture f;
    const auto org = f.add_org(1);
    const Person ann = f.add_person(1);
    const RelationEnd end{.person = ann.id, .org = org, .at_once = true};
    f.add_relation(ann.id, org, "2028-01-01", "2028-12-31");
    f.persons.end_relation(end);
    f.add_relation(ann.id, org, "2026-01-01", "2027-12-31");
    f.add_relation(ann.id, org, "2028-01-01", "2028-12-31");
    const std::string before = f.trace();
    bulk::Options options;
    options.skip_invalid = true;
    // The clock stands still: ending the second would be the same end of the same period again.
    const auto outcome = run_rows<RelationEnd>(
        {end}, options, [&](const auto& source, const auto& how, const auto& sink) {
            return f.persons.end_relation_rows(source, how, sink);
        });
    CHECK(outcome.of(1) == "rejected conflict");
    CHECK_FALSE(outcome.summary.failure);
    CHECK(f.trace() == before);
}

}  // namespace dcadmin::test
