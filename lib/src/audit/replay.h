// SPDX-License-Identifier: Apache-2.0
// Whether the state follows from the log: for every record the image rebuilt from its row must be
// the last one that the log has of it, every row must be told of, and every record told of must
// have its row. Rows and images are read side by side in the order of their ids, so memory does not
// grow with the store.
#pragma once

#include "audit/problems.h"
#include "audit/seen_ids.h"
#include "store/tx.h"

namespace dcadmin::audit {

/// `added` are the grants that the log has a grant.add of.
void replay_state(store::Db& db, const SeenIds& added, Problems& problems);

}  // namespace dcadmin::audit
