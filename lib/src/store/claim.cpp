// SPDX-License-Identifier: Apache-2.0
#include "store/claim.h"

#include "store/db.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::store {

namespace {

// The same row must not be claimed twice within one second: its moment tells the claims apart.
constexpr std::chrono::seconds shortest_lease{2};

}  // namespace

Claims claim(const Env& env, const DueWork& work, std::int64_t limit) {
    const Timestamp now = env.clock.now();
    const auto lease = std::max(work.lease, shortest_lease);
    Claims claims{{}, now};
    keep_work(env, [&](Db& db) {
        claims.ids.clear();
        const std::string at = now.iso();
        const std::string lapsed = Timestamp::from_seconds(now.seconds() - lease.count()).iso();
        // Materialized, for a plan may run a subquery once a row, and each time it takes others.
        auto& rows = db.statement(fmt::format(R"(
            WITH due AS MATERIALIZED (
                SELECT id FROM {0}
                WHERE state IN ('waiting', 'claimed') AND (state = 'waiting' OR state_at <= $2)
                ORDER BY id LIMIT $3{1})
            UPDATE {0} SET state = 'claimed', state_at = $1
            WHERE id IN (SELECT id FROM due)
            RETURNING id)",
                                              work.table, db.skip_locked()));
        rows.bind({at, lapsed, limit});
        while (rows.step()) claims.ids.push_back(rows.integer(0));
        rows.reset();
    });
    std::sort(claims.ids.begin(), claims.ids.end());
    return claims;
}

bool settle(const Env& env, const DueWork& work, std::int64_t id, Timestamp claimed_at,
            std::string_view state) {
    bool settled = false;
    keep_work(env, [&](Db& db) {
        const std::string now = env.clock.now().iso();
        const std::string since = claimed_at.iso();
        settled = db.statement(fmt::format(R"(
            UPDATE {} SET state = $2, state_at = $3
            WHERE id = $1 AND state = 'claimed' AND state_at = $4)",
                                           work.table))
                      .run({id, state, now, since}) > 0;
    });
    return settled;
}

}  // namespace dcadmin::store
