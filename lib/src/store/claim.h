// SPDX-License-Identifier: Apache-2.0
// Due work that several processes, on one machine or on many, may do without doing it twice. A
// table of due work has an id, a state ('waiting', 'claimed', then what became of it) and state_at,
// since when. A process claims some rows, does the work, and settles each; what it claimed and did
// not settle within the lease is due again, so nothing is lost when it dies: work is done at least
// once, and twice only after such a death. Claims are no records: they leave no audit entry.
#pragma once

#include "store/tx.h"

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dcadmin::store {

/// The table's name is a constant of the program.
struct DueWork {
    std::string_view table;
    std::chrono::seconds lease;
};

struct Claims {
    std::vector<std::int64_t> ids;  // ascending
    Timestamp at;                   // what settle() wants to see again
};

/// Claims up to `limit` due rows, the oldest first. Processes that claim at the same time get
/// different rows and do not wait for each other's work.
[[nodiscard]] Claims claim(const Env& env, const DueWork& work, std::int64_t limit);

/// Ends the claim of one row with its new state; 'waiting' gives it back. False when the lease ran
/// out and another process has it now: its answer counts.
bool settle(const Env& env, const DueWork& work, std::int64_t id, Timestamp claimed_at,
            std::string_view state);

}  // namespace dcadmin::store
