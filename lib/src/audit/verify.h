// SPDX-License-Identifier: Apache-2.0
// Whether the log is whole: one pass over all entries, chain by chain, in which each entry's hash
// is recomputed from the stored hash before it, so that exactly the entries that do not fit are
// named. Afterwards the state is replayed (replay.h). All of it sees the store at one moment, and
// needs memory for one entry, one bit a grant and a few thousand operations.
#pragma once

#include <dcadmin/audit.h>

#include "store/tx.h"

#include <vector>

namespace dcadmin::audit {

[[nodiscard]] AuditReport verify(store::Db& db, const std::vector<ChainHead>& since);

}  // namespace dcadmin::audit
