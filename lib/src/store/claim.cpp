// SPDX-License-Identifier: Apache-2.0
#include "store/claim.h"

#include "store/db.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::store {

namespace {

// The same row must not be claimed twice within one second: its moment tells the claims apart.
constexpr std::chrono::seconds shortest_lease{2};

constexpr std::string_view is_due = R"(
    state IN ('waiting', 'claimed')
        AND ((state = 'waiting' AND due_at <= $1) OR (state = 'claimed' AND state_at <= $2)))";

// Materialized, for a plan may run a subquery once a row, and each time it takes others.
std::string statement_of(const Db& db, const DueWork& work, Take take) {
    const std::string due =
        fmt::format("SELECT id FROM {} WHERE {} ORDER BY id LIMIT $3{}", work.table, is_due,
                    take == Take::each ? db.skip_locked() : std::string_view{});
    const std::string together = fmt::format(
        R"(, together AS MATERIALIZED (
            SELECT id FROM {0}
            WHERE {1} AND {2} IN (SELECT {2} FROM {0} WHERE id IN (SELECT id FROM due))
            ORDER BY id{3}))",
        work.table, is_due, work.group, db.skip_locked());
    return fmt::format(R"(
        WITH due AS MATERIALIZED ({1}){2}
        UPDATE {0} SET state = 'claimed', state_at = $1
        WHERE id IN (SELECT id FROM {3})
        RETURNING id)",
                       work.table, due, take == Take::each ? std::string() : together,
                       take == Take::each ? "due" : "together");
}

bool settle_one(Db& db, const DueWork& work, std::int64_t id, const std::string& now,
                const std::string& since, const Outcome& outcome) {
    if (!outcome.tried) {
        return db.statement(fmt::format(R"(
            UPDATE {} SET state = $2, state_at = $3
            WHERE id = $1 AND state = 'claimed' AND state_at = $4)",
                                        work.table))
                   .run({id, outcome.state, now, since}) > 0;
    }
    return db.statement(fmt::format(R"(
        UPDATE {}
        SET state = $2, state_at = $3, tries = tries + 1, due_at = $5, answer = $6,
            tried_at = CASE WHEN tried_at = '' THEN $3 ELSE tried_at END
        WHERE id = $1 AND state = 'claimed' AND state_at = $4)",
                                    work.table))
               .run({id, outcome.state, now, since, outcome.due_at, outcome.answer}) > 0;
}

}  // namespace

Claims claim(const Env& env, const DueWork& work, std::int64_t limit, Take take) {
    const Timestamp now = env.clock.now();
    const auto lease = std::max(work.lease, shortest_lease);
    Claims claims{{}, now};
    keep_work(env, [&](Db& db) {
        claims.ids.clear();
        const std::string at = now.iso();
        const std::string lapsed = Timestamp::from_seconds(now.seconds() - lease.count()).iso();
        auto& rows = db.statement(statement_of(db, work, take));
        rows.bind({at, lapsed, limit});
        while (rows.step()) claims.ids.push_back(rows.integer(0));
        rows.reset();
    });
    std::sort(claims.ids.begin(), claims.ids.end());
    return claims;
}

std::optional<Timestamp> claim_row(const Env& env, const DueWork& work, std::int64_t id) {
    const Timestamp now = env.clock.now();
    const auto lease = std::max(work.lease, shortest_lease);
    bool taken = false;
    keep_work(env, [&](Db& db) {
        const std::string at = now.iso();
        const std::string lapsed = Timestamp::from_seconds(now.seconds() - lease.count()).iso();
        taken = db.statement(fmt::format(R"(
            UPDATE {} SET state = 'claimed', state_at = $2
            WHERE id = $1 AND (state = 'waiting' OR (state = 'claimed' AND state_at <= $3)))",
                                         work.table))
                    .run({id, at, lapsed}) > 0;
    });
    return taken ? std::optional(now) : std::nullopt;
}

std::optional<Timestamp> renew(const Env& env, const DueWork& work, std::int64_t id,
                               Timestamp claimed_at) {
    const Timestamp now = env.clock.now();
    bool ours = false;
    keep_work(env, [&](Db& db) {
        const std::string at = now.iso();
        const std::string since = claimed_at.iso();
        ours = db.statement(fmt::format(R"(
            UPDATE {} SET state_at = $2 WHERE id = $1 AND state = 'claimed' AND state_at = $3)",
                                        work.table))
                   .run({id, at, since}) > 0;
    });
    return ours ? std::optional(now) : std::nullopt;
}

bool settle(const Env& env, const DueWork& work, std::int64_t id, Timestamp claimed_at,
            const Outcome& outcome) {
    return settle_all(env, work, {id}, claimed_at, outcome) > 0;
}

std::size_t settle_all(const Env& env, const DueWork& work, const std::vector<std::int64_t>& ids,
                       Timestamp claimed_at, const Outcome& outcome) {
    std::size_t settled = 0;
    keep_work(env, [&](Db& db) {
        settled = 0;
        const std::string now = env.clock.now().iso();
        const std::string since = claimed_at.iso();
        for (const std::int64_t id : ids) {
            if (settle_one(db, work, id, now, since, outcome)) ++settled;
        }
    });
    return settled;
}

}  // namespace dcadmin::store
