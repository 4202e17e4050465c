// SPDX-License-Identifier: Apache-2.0
// Bounds on guessing, kept in the store so that no number of processes gets more tries. A try is
// counted before it is judged, and taken back when it was right: so that even tries at the same
// moment are no more than allowed. Five misses close a key for 15 minutes, ten for that day.
#pragma once

#include <dcadmin/env.h>

#include <cstdint>

namespace dcadmin::sign_in {

inline constexpr std::int64_t most_misses = 5;
inline constexpr std::int64_t most_day_misses = 10;
inline constexpr std::int64_t closed_seconds = 15 * 60;

/// Counts a try; false when the key is closed and nothing may be judged.
[[nodiscard]] bool begin_try(const Env& env, std::int64_t credential);
/// The try was right: the misses since the last success are forgotten.
void was_right(const Env& env, std::int64_t credential);

}  // namespace dcadmin::sign_in
