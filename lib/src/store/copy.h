// SPDX-License-Identifier: Apache-2.0
// Copies all rows of one store into another, whatever databases they are: as one reading and one
// writing transaction, so that the source may be in use and the target gets all or nothing.
#pragma once

#include "store/db.h"

#include <cstdint>

namespace dcadmin::store {

/// Whether nobody has ever changed anything in this store.
[[nodiscard]] bool is_unused(Db& db);

/// `to` has the schema and is unused (conflict otherwise); the rows that its migrations made are
/// replaced. Answers how many rows there were.
std::uint64_t copy_rows(Db& from, Db& to);

}  // namespace dcadmin::store
