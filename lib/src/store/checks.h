// SPDX-License-Identifier: Apache-2.0
// Named invariants: what must hold in every store, each as a query that answers the rows that break
// it. `store check` runs them all; they are the rules of the domain said a second time, in SQL, so
// that a mistake in the program or a hand in the file is seen.
#pragma once

#include "store/db.h"

#include <dcadmin/store.h>

#include <vector>

namespace dcadmin::store {

void run_checks(Db& db, const Clock& clock, std::vector<CheckProblem>& found);

}  // namespace dcadmin::store
