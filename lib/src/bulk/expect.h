// SPDX-License-Identifier: Apache-2.0
// Whether a row still does what its plan says, and in words what has changed when it does not.
#pragma once

#include "bulk/tracer.h"

#include <dcadmin/bulk.h>

#include <optional>

namespace dcadmin::bulk {

/// A conflict that names what differs, key by key; none when the row holds.
[[nodiscard]] std::optional<Error> stale(const Expected& expected, const Result& result,
                                         Tracer& tracer);
/// The conflict of a row that is refused though its plan says that it is done.
[[nodiscard]] Error stale(const Error& refusal);

}  // namespace dcadmin::bulk
