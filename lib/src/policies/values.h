// SPDX-License-Identifier: Apache-2.0
// What a policy says, for the contexts above: the value that is set in the store, or the usual one.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::policies {

/// The value that holds; std::logic_error for a name that is no policy.
[[nodiscard]] std::string value_of(store::Db& db, std::string_view name);
/// How long records are kept after the last of a person's relations, grants and offices ended.
[[nodiscard]] Term retention(store::Db& db);
/// Seconds that a session stays open without use, and at most.
[[nodiscard]] std::int64_t session_idle(store::Db& db);
[[nodiscard]] std::int64_t session_absolute(store::Db& db);
/// How many days before their last day vouchers are marked as at risk.
[[nodiscard]] std::int32_t risk_days(store::Db& db);

}  // namespace dcadmin::policies
