// SPDX-License-Identifier: Apache-2.0
// Due work that several processes, on one machine or on many, may do without doing it twice. A
// table of due work has an id, a state ('waiting', 'claimed', then what became of it), state_at,
// since when, and of its tries: how many (tries), since when in vain (tried_at), the answer to the
// last, and the moment before which there is to be no other (due_at). A process claims some rows,
// does the work, and settles each; what it claimed and did not settle within the lease is due
// again, so nothing is lost when it dies: work is done at least once, and twice only after such a
// death. Claims are no records: they leave no audit entry.
#pragma once

#include "store/tx.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::store {

/// The names of the table and of the column are constants of the program.
struct DueWork {
    std::string_view table;
    std::chrono::seconds lease;
    std::string_view group = {};  // a column: what can be done together
};

/// Which rows one claim takes.
enum class Take { each, groups };

/// What became of a claimed row; 'waiting' gives it back.
struct Outcome {
    std::string_view state;
    bool tried = false;            // the work was begun: counts, and keeps what follows
    std::string_view due_at = {};  // with 'waiting': not before then
    std::string_view answer = {};
};

struct Claims {
    std::vector<std::int64_t> ids;  // ascending
    Timestamp at;                   // what settle() wants to see again
};

/// Claims up to `limit` due rows, the oldest first, or with Take::groups all due rows of the groups
/// that those belong to. Processes that claim at the same time get different rows and do not wait
/// for each other's work.
[[nodiscard]] Claims claim(const Env& env, const DueWork& work, std::int64_t limit,
                           Take take = Take::each);

/// Claims that very row, whatever else is due; when it was claimed. None while another process has
/// it. Such a table need not have more than id, state and state_at.
[[nodiscard]] std::optional<Timestamp> claim_row(const Env& env, const DueWork& work,
                                                 std::int64_t id);
/// The lease of a claimed row runs anew from now on. None when another process has it by now.
[[nodiscard]] std::optional<Timestamp> renew(const Env& env, const DueWork& work, std::int64_t id,
                                             Timestamp claimed_at);

/// Ends the claim of one row. False when the lease ran out and another process has it now: its
/// answer counts.
bool settle(const Env& env, const DueWork& work, std::int64_t id, Timestamp claimed_at,
            const Outcome& outcome);
/// The same for rows that were done together, in one transaction; answers how many it held.
std::size_t settle_all(const Env& env, const DueWork& work, const std::vector<std::int64_t>& ids,
                       Timestamp claimed_at, const Outcome& outcome);

}  // namespace dcadmin::store
