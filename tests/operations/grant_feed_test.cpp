// SPDX-License-Identifier: Apache-2.0
// A run for many persons reads its facts in blocks, on a second connection where the store has one.
// What comes of it is the same in a file, in memory and on a server.
#include "store/db.h"
#include "support/bulk.h"
#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/rights.h>

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <random>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Requests = std::vector<std::variant<NewGrant, Error>>;
using Texts = std::vector<std::string>;

constexpr std::uint64_t persons = 600;
constexpr std::uint64_t organisations = 3;
const FixedClock clock_at{Timestamp::parse("2026-11-23T10:00:00Z")};

NewRight right_for(std::string_view code, ContextKind context) {
    return {.code = RightCode::parse(code),
            .title_nl = std::string(code),
            .audiences = {Audience::ea},
            .context = context,
            .max_term = Term::parse("4y")};
}

/// A store with organisations that have two sites each, and persons who work for one or two.
struct Ground {
    Store store;
    Env env{store, clock_at, {"tester", {}}, "test"};
    Persons people{env};
    Rights rights{env};

    explicit Ground(Store made) : store(std::move(made)) {
        Organisations all(env);
        for (std::uint64_t n = 1; n <= organisations; ++n) {
            all.add({.number = org_number(n), .name = "Poetshulp", .language = Language::nl});
            for (const auto site : {2 * n, 2 * n + 1}) {
                all.add_site({.org = org_number(n), .number = site_number(site), .name = "Aalst"});
            }
        }
        rights.add(right_for("raadplegen", ContextKind::none));
        rights.add(right_for("dienstencheques", ContextKind::site));
        add_people();
    }
    void add_people() {
        std::vector<std::variant<NewPerson, Error>> rows;
        std::vector<std::variant<NewRelation, Error>> relations;
        for (std::uint64_t n = 1; n <= persons; ++n) {
            rows.emplace_back(new_person(n));
            relations.emplace_back(relation_of(n, n % organisations + 1));
            if (n % 4 == 0) relations.emplace_back(relation_of(n, (n + 1) % organisations + 1));
        }
        const auto added =
            run_rows(rows, {}, [&](const auto&... given) { return people.add_rows(given...); });
        const auto working = run_rows(relations, {}, [&](const auto&... given) {
            return people.add_relation_rows(given...);
        });
        REQUIRE(added.summary.committed);
        REQUIRE(working.summary.committed);
    }
    static NewRelation relation_of(std::uint64_t person, std::uint64_t org) {
        NewRelation request = new_relation(person_number(person), org_number(org));
        request.from = day("2026-01-01");
        request.until = day(person % 5 == 0 ? "2027-06-30" : "2030-12-31");
        return request;
    }
    Outcome run(const Requests& rows) {
        return run_rows(rows, {.skip_invalid = true},
                        [&](const auto&... given) { return rights.grant_rows(given...); });
    }
    Texts column(std::string_view sql) {
        Texts found;
        const auto rows = store.db().prepare(sql);
        rows->bind({});
        while (rows->step()) found.push_back(rows->string(0));
        return found;
    }
    Texts grants() {
        return column(R"(
            SELECT g.id || ' ' || p.number || ' ' || o.number || ' ' || d.code || ' '
                || COALESCE(c.number, 0) || ' ' || g.valid_from || ' ' || g.valid_until || ' '
                || g.reason
            FROM right_grant g JOIN working_relation r ON r.id = g.relation_id
            JOIN person p ON p.id = r.person_id JOIN organisation o ON o.id = r.organisation_id
            JOIN right_definition d ON d.id = g.right_id
            JOIN context_value c ON c.id = g.context_id ORDER BY g.id)");
    }
    Texts notices() {
        return column(R"(
            SELECT p.number || ' ' || n.kind || ' ' || n.address || ' ' || n.items || ' ' || n.part
            FROM notice n JOIN person p ON p.id = n.person_id
            ORDER BY n.operation_id, p.number, n.part)");
    }
    Texts chains() {
        return column(R"(
            SELECT o.number || ' ' || c.length
            FROM audit_chain c JOIN organisation o ON o.id = c.organisation_id ORDER BY o.number)");
    }
};

/// Rows in no order, of which some are wrong, some are the same and some collide.
Requests rows_of(std::uint64_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&](std::uint64_t n) { return random() % n; };
    Requests rows;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (pick(200) == 0) {
            rows.emplace_back(Error(Kind::usage, "not a number"));
            continue;
        }
        const std::uint64_t person = 1 + pick(persons + 5);  // the last five are unknown
        const std::uint64_t org = pick(20) == 0 ? 1 + pick(4) : person % organisations + 1;
        NewGrant request{.person = person_number(person),
                         .org = org_number(org),
                         .right = RightCode::parse("raadplegen"),
                         .contexts = {},
                         .from = day("2026-12-01").plus_days(static_cast<int>(pick(30)) * 30),
                         .until = {},
                         .reason = "row " + std::to_string(i)};
        request.until = request.from->plus_days(29 + static_cast<int>(pick(8) / 7) * 30);
        if (pick(3) == 0) {
            request.right = RightCode::parse("dienstencheques");
            request.contexts.emplace_back(site_number(2 * org + pick(2)));
            if (pick(4) == 0) request.contexts.emplace_back(site_number(2 + pick(7)));
        }
        rows.emplace_back(request);
    }
    return rows;
}

/// State, code, message and id of every row.
Texts told(const Outcome& outcome) {
    Texts lines;
    for (const auto& [row, result] : outcome.results) {
        lines.push_back(outcome.of(row) + " " + result.field + " " + result.message + " " +
                        result.id);
    }
    return lines;
}

/// The first line that differs, for there are thousands.
std::string difference(const Texts& left, const Texts& right) {
    const auto [one, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (one == left.end() && other == right.end()) return "none";
    return (one == left.end() ? "-" : *one) + " <> " + (other == right.end() ? "-" : *other);
}

struct TemporaryFile {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("dcadmin-feed-" + std::to_string(::getpid()));
    ~TemporaryFile() {
        std::error_code ignored;
        for (const char* tail : {"", "-wal", "-shm"}) {
            std::filesystem::remove(path.string() + tail, ignored);
        }
    }
};

void compare(Ground& one, Ground& other) {
    CHECK(difference(one.grants(), other.grants()) == "none");
    CHECK(difference(one.notices(), other.notices()) == "none");
    CHECK(difference(one.chains(), other.chains()) == "none");
}

}  // namespace

TEST_CASE("thousands of rows come to the same in a file, in memory and on a server" *
          doctest::skip(!on_postgres())) {
    const TemporaryFile file;
    StorePlace place;
    Ground memory(Store::in_memory(clock_at));
    Ground filed(Store::init("sqlite:" + file.path.string(), clock_at));
    Ground served(place.new_store(clock_at));
    REQUIRE(filed.store.db().reader());
    REQUIRE_FALSE(memory.store.db().reader());
    // The first run finds no grants yet, the second finds those, the third finds all done.
    for (const auto& rows : {rows_of(1500, 1), rows_of(6000, 2), rows_of(6000, 2)}) {
        const auto expected = memory.run(rows);
        CHECK(expected.summary.committed);
        CHECK(expected.results.size() == rows.size());
        CHECK(expected.summary.count(bulk::State::rejected) > 50);
        for (Ground* other : {&filed, &served}) {
            CAPTURE(other->store.url());
            const auto outcome = other->run(rows);
            CHECK(outcome.summary.rows == expected.summary.rows);
            CHECK(difference(told(outcome), told(expected)) == "none");
            compare(*other, memory);
        }
    }
    CHECK(memory.grants().size() > 3000);
    for (Ground* ground : {&memory, &filed, &served}) {
        CHECK(Audit(ground->env).verify().problem_count == 0);
        CHECK(ground->store.check(clock_at).empty());
    }
}
