// SPDX-License-Identifier: Apache-2.0
// Where two databases usually differ, they must not: text order, LIKE, sums, truth, nulls, ids, and
// several results that are read at once.
#include "support/fixture.h"

#include "store/appender.h"

#include <doctest/doctest.h>

#include <limits>

using namespace dcadmin;
using dcadmin::test::Fixture;

namespace {

constexpr std::string_view ten_thousand = R"(
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
    SELECT i, 'row ' || i FROM n ORDER BY i)";

std::vector<std::string> names(Organisations& organisations, std::string_view text) {
    std::vector<std::string> found;
    organisations.list({.text = std::string(text), .parent = {}, .page = {}},
                       [&](const Organisation& one) {
                           found.push_back(one.name);
                           return true;
                       });
    return found;
}

}  // namespace

TEST_CASE("texts are ordered by their bytes, not by the rules of a language") {
    Fixture test;
    const std::vector<std::string> sorted{"A B", "A-B", "AA", "A_B",
                                          "a b", "a-c", "ab", "\xC3\xA9"};
    for (const std::string& text : sorted) {
        test.store.db()
            .statement("INSERT INTO store_property (name, value) VALUES ($1, 'order')")
            .run({text});
    }
    CHECK(test.column("SELECT name FROM store_property WHERE value = 'order' ORDER BY name") ==
          sorted);
    CHECK(test.column("SELECT name FROM store_property WHERE value = 'order' AND name > 'Z' AND "
                      "name < 'b' ORDER BY name") == std::vector<std::string>{"a b", "a-c", "ab"});
}

TEST_CASE("a search finds words in any case, and takes signs of patterns as they are") {
    Fixture test;
    test.add_org(1, "Strijk 100% Zuiver");
    test.add_org(2, "Strijk 100 Zuiver");
    test.add_org(3, "A_B");
    test.add_org(4, "AxB");
    CHECK(names(test.organisations, "STRIJK").size() == 2);
    CHECK(names(test.organisations, "100%") == std::vector<std::string>{"Strijk 100% Zuiver"});
    CHECK(names(test.organisations, "a_b") == std::vector<std::string>{"A_B"});
    CHECK(names(test.organisations, "z\xC3\x9CIVER").size() == 2);
}

TEST_CASE("a sum of integers is an integer") {
    Fixture test;
    auto sum = test.store.db().prepare(
        "SELECT CAST(sum(x) AS BIGINT) FROM (SELECT CAST($1 AS BIGINT) AS x UNION ALL SELECT 1) t");
    REQUIRE(sum->first({std::int64_t{9'000'000'000'000'000'000}}));
    CHECK(sum->integer(0) == 9'000'000'000'000'000'001);
}

TEST_CASE("a truth reads as 0 or 1") {
    Fixture test;
    auto truth = test.store.db().prepare("SELECT CAST($1 AS BIGINT) > 1, 1 > 2");
    REQUIRE(truth->first({std::int64_t{2}}));
    CHECK(truth->integer(0) == 1);
    CHECK(truth->text(0) == "1");
    CHECK(truth->integer(1) == 0);
}

TEST_CASE("values come back as they were bound") {
    Fixture test;
    auto same = test.store.db().prepare(
        "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS TEXT), "
        "CAST($5 AS TEXT)");
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    REQUIRE(same->first({most, least, std::string_view("'; \\ \"\n\xF0\x9F\x98\x80"),
                         std::string_view(), nullptr}));
    CHECK(same->integer(0) == most);
    CHECK(same->integer(1) == least);
    CHECK(same->text(2) == "'; \\ \"\n\xF0\x9F\x98\x80");
    CHECK_FALSE(same->is_null(3));
    CHECK(same->text(3).empty());
    CHECK(same->is_null(4));
    CHECK(same->text(4).empty());
    CHECK(same->integer(4) == 0);
}

TEST_CASE("a long result goes on while other statements run, each at its own pace") {
    Fixture test;
    store::Db& db = test.store.db();
    auto outer = db.prepare(ten_thousand);
    auto other = db.prepare(ten_thousand);
    std::int64_t rows = 0;
    while (outer->step()) {
        ++rows;
        REQUIRE(outer->integer(0) == rows);
        const std::string_view text = outer->text(1);
        auto& inner = db.statement("SELECT CAST($1 AS BIGINT) * 2");
        REQUIRE(inner.first({rows}));
        CHECK(inner.integer(0) == rows * 2);
        inner.reset();
        if (rows % 2 == 0) REQUIRE(other->step());
        CHECK(text == "row " + std::to_string(rows));
    }
    CHECK(rows == 10'000);
    CHECK(other->integer(0) == 5'000);
    other->reset();
    REQUIRE(other->step());
    CHECK(other->integer(0) == 1);
}

TEST_CASE("a result that is left half-read hinders nothing") {
    Fixture test;
    store::Db& db = test.store.db();
    {
        auto left = db.prepare(ten_thousand);
        REQUIRE(left->step());
    }
    test.add_org(1);
    db.begin_write();
    auto half = db.prepare(ten_thousand);
    REQUIRE(half->step());
    db.rollback();
    test.add_org(2);
    CHECK(test.column("SELECT count(*) FROM organisation") == std::vector<std::string>{"2"});
}

TEST_CASE("ids that were chosen and ids that were given never meet") {
    Fixture test;
    store::Db& db = test.store.db();
    test.add_org(1);
    db.begin_bulk();
    db.chooses_ids("organisation");
    db.statement(
          "INSERT INTO organisation (id, number, name, folded, language) "
          "VALUES ($1, 5, 'a', 'a', 'nl')")
        .run({std::int64_t{40}});
    db.commit();
    db.begin_write();
    CHECK(db.take_ids("organisation", 10).next() == 41);
    db.rollback();
    test.add_org(2);
    CHECK(test.column("SELECT count(*) FROM organisation WHERE id > 40") ==
          std::vector<std::string>{"1"});
}

TEST_CASE("a statement that was refused is taken back to its savepoint, the rest goes on") {
    Fixture test;
    store::Db& db = test.store.db();
    const auto add = [&](std::int64_t number) {
        db.statement(
              "INSERT INTO organisation (number, name, folded, language) "
              "VALUES ($1, 'a', 'a', 'nl')")
            .run({number});
    };
    db.begin_bulk();
    add(1);
    db.savepoint();
    CHECK(test::refused([&] { add(1); }) == "conflict ");
    db.rollback_to_savepoint();
    add(2);
    CHECK(test::refused([&] {
              db.statement("INSERT INTO right_audience (right_id, audience) VALUES (7, 'EA')")
                  .run({});
              db.commit();
          }) == "conflict ");
    db.rollback();
    CHECK(test.column("SELECT number FROM organisation").empty());
}
