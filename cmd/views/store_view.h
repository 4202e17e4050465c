// SPDX-License-Identifier: Apache-2.0
// The database: what it is and holds, and what is wrong with it.
#pragma once

#include "output/view.h"

#include <dcadmin/store.h>

namespace dcadmin::views {

struct AppliedMigration {
    std::string name;
};

[[nodiscard]] output::View<StoreStatus> store_view();
[[nodiscard]] output::View<CheckProblem> check_view();
[[nodiscard]] output::View<AppliedMigration> migration_view();

}  // namespace dcadmin::views
