// SPDX-License-Identifier: Apache-2.0
// The driver for PostgreSQL 15 and newer, through libpq alone. Single operations are SERIALIZABLE,
// runs lock what they touch; time-outs, durability and the byte order of texts are fixed here, so
// that the same SQL means the same as on SQLite.
#pragma once

#include "store/driver.h"

#include <memory>

namespace dcadmin::store::postgres {

/// create refuses a database that holds anything but a store that was begun and not finished, the
/// others one that holds none (not_found) or something else (integrity).
[[nodiscard]] std::unique_ptr<Db> open(const OpenRequest& request);

}  // namespace dcadmin::store::postgres
