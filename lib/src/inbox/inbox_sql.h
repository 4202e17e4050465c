// SPDX-License-Identifier: Apache-2.0
// Statements of new tasks.
#pragma once

#include "inbox/inbox.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin::inbox {

/// The open task that asks for the same.
[[nodiscard]] std::optional<std::int64_t> find_open(store::Db& db, const TaskRow& task);
[[nodiscard]] std::int64_t insert_task(store::Db& db, const TaskRow& task, std::int64_t operation);
/// The key of the person whom the task is about; empty when it is about nobody.
[[nodiscard]] std::string key_of(store::Db& db, const TaskRow& task);

}  // namespace dcadmin::inbox
