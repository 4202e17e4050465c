// SPDX-License-Identifier: Apache-2.0
// The embedded driver: SQLite through SQLiteCpp. It fixes durability and safety in code, whatever
// the library was built with, and translates SQLite's codes into kinds of Error.
#pragma once

#include "store/driver.h"

#include <memory>
#include <string>

namespace dcadmin::store {

/// Opens `path` (":memory:" for a private one). create refuses an existing file with conflict, the
/// others an absent one with not_found; every one refuses links, and files of other programs or
/// damaged ones with integrity.
[[nodiscard]] std::unique_ptr<Db> open_sqlite(const std::string& path, Opening how);

}  // namespace dcadmin::store
