// SPDX-License-Identifier: Apache-2.0
// How far the clocks of Brussels are ahead of UTC.
#pragma once

#include <cstdint>

namespace dcadmin {

/// In seconds, at a moment given in seconds since 1970-01-01T00:00:00Z. Directive 2000/84/EC:
/// summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC both; the
/// rule has held since 1996 and is what this answers for every year.
[[nodiscard]] std::int64_t brussels_offset(std::int64_t seconds);

}  // namespace dcadmin
