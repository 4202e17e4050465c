// SPDX-License-Identifier: Apache-2.0
// Statements of policies: a row only for those that were set.
#pragma once

#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::policies {

struct StoredPolicy {
    std::int64_t id;
    std::string value;
};

[[nodiscard]] std::optional<StoredPolicy> find_policy(store::Db& db, std::string_view name);
[[nodiscard]] std::int64_t insert_policy(store::Db& db, std::string_view name,
                                         std::string_view value);
void update_policy(store::Db& db, std::int64_t id, std::string_view value);

/// In a file whoever may write it; on a server the role that owns the tables.
[[nodiscard]] bool owns_store(store::Db& db);

}  // namespace dcadmin::policies
