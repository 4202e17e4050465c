// SPDX-License-Identifier: Apache-2.0
// What a glance at a store reads.
#pragma once

#include "store/db.h"

#include <dcadmin/base/clock.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin::health {

[[nodiscard]] std::optional<Timestamp> newest_change(store::Db& db);
/// Of an SQLite file: what is wrong with its pages, ten lines at most.
[[nodiscard]] std::vector<std::string> damaged_pages(store::Db& db);

}  // namespace dcadmin::health
