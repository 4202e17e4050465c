// SPDX-License-Identifier: Apache-2.0
// Every named invariant of `store check`, broken once by hand and found.
#include <dcadmin/store.h>

#include "sample.h"
#include "scratch.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dcadmin;
using dcadmin::testing::Folder;
using dcadmin::testing::Raw;

namespace {

const FixedClock clock_at{Timestamp::parse("2026-11-23T13:00:00Z")};

struct Broken {
    std::string_view invariant;
    std::string sql;
    std::string detail;
};

std::string named(const std::vector<CheckProblem>& found) {
    std::string all;
    for (const CheckProblem& problem : found) {
        all += problem.invariant + ": " + problem.detail + "\n";
    }
    return all;
}

// The grant of Anna for the site in Aalst, on the first relation.
constexpr std::string_view live_grant = "(SELECT id FROM right_grant WHERE relation_id = 1)";

std::vector<Broken> all_broken() {
    const std::string grant(live_grant);
    const std::string columns =
        "relation_id, right_id, context_id, valid_until, revoked_at, reason, operation_id";
    return {
        {"live grants of one relation, right and context never overlap",
         "INSERT INTO right_grant (valid_from, " + columns + ") SELECT '2027-01-01', " + columns +
             " FROM right_grant WHERE id = " + grant,
         "overlaps g-"},
        {"a live grant lies within its working relation",
         "UPDATE right_grant SET valid_until = '2030-10-03' WHERE id = " + grant, "exceeds r-1"},
        {"a working relation that was ended at once leaves no live grant",
         "UPDATE working_relation SET ended_at = '2026-11-23T12:00:00Z' WHERE id = 1",
         "outlives r-1"},
        {"live working relations of one person, organisation and audience never overlap",
         "INSERT INTO working_relation (person_id, organisation_id, audience, category, email, "
         "phone, valid_from, valid_until, ended_at, reason, operation_id) SELECT person_id, "
         "organisation_id, audience, category, email, phone, '2030-10-02', '2031-01-01', '', "
         "reason, operation_id FROM working_relation WHERE id = 1",
         "r-1 overlaps r-"},
        {"a grant has a context value exactly when its right asks for one",
         "UPDATE right_grant SET context_id = 0 WHERE id = " + grant,
         "has a none context, its right asks for site"},
        {"a grant's site belongs to the relation's organisation",
         "UPDATE right_grant SET context_id = (SELECT id FROM context_value WHERE number = "
         "2147812701) WHERE id = " +
             grant,
         "names a site of another organisation"},
        {"a chain is as long as its entries", "UPDATE audit_chain SET length = 1 WHERE id = 2",
         "chain 2 says 1"},
        {"every operation left an audit entry",
         "INSERT INTO operation (at, user_name, command) VALUES ('2026-11-23T12:00:00Z', 'x', "
         "'grant add')",
         "(grant add)"},
    };
}

}  // namespace

TEST_CASE("a store in which everything happened keeps every invariant") {
    const Folder folder;
    Store store = Store::init(folder.url("a.db"), clock_at);
    dcadmin::testing::fill_sample(store);
    CHECK(named(store.check(clock_at)).empty());
}

TEST_CASE("each invariant that is broken by hand is found and named") {
    const Folder folder;
    {
        Store store = Store::init(folder.url("a.db"), clock_at);
        dcadmin::testing::fill_sample(store);
    }
    for (const Broken& broken : all_broken()) {
        CAPTURE(broken.invariant);
        const auto copy = folder.path("copy.db");
        for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(copy.string() + tail);
        std::filesystem::copy_file(folder.path("a.db"), copy);
        Raw(copy).must(broken.sql);
        Store store = Store::open(folder.url("copy.db"), StoreAccess::read);
        const auto found = store.check(clock_at);
        INFO(named(found));
        const bool there = std::any_of(found.begin(), found.end(), [&](const CheckProblem& one) {
            return one.invariant == broken.invariant &&
                   one.detail.find(broken.detail) != std::string::npos;
        });
        CHECK(there);
    }
}

TEST_CASE("the database's own check comes first: references and constraints") {
    const Folder folder;
    {
        Store store = Store::init(folder.url("a.db"), clock_at);
        dcadmin::testing::fill_sample(store);
    }
    Raw(folder.path("a.db")).must("DELETE FROM person WHERE id = 2");
    {
        Store store = Store::open(folder.url("a.db"), StoreAccess::read);
        const auto found = store.check(clock_at);
        REQUIRE_FALSE(found.empty());
        CHECK(found[0].invariant == "database");
        CHECK(named(found).find("refers to a row of person that is not there") !=
              std::string::npos);
    }
    Raw(folder.path("a.db")).must("UPDATE right_definition SET context = 'nonsense' WHERE id = 1");
    Store store = Store::open(folder.url("a.db"), StoreAccess::write);
    const std::string found = named(store.check(clock_at));
    INFO(found);
    CHECK(found.find("CHECK constraint") != std::string::npos);
}
