// SPDX-License-Identifier: Apache-2.0
// How records are named for people, read from their rows.
#pragma once

#include "store/db.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::bulk {

/// The number or code of a record by its word in the log; none where it has neither, or is not
/// there.
[[nodiscard]] std::optional<std::string> find_name(store::Db& db, std::string_view subject,
                                                   std::int64_t id);
/// The reverse.
[[nodiscard]] std::optional<std::int64_t> find_named(store::Db& db, std::string_view subject,
                                                     const std::string& name);

}  // namespace dcadmin::bulk
