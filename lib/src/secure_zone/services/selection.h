// SPDX-License-Identifier: Apache-2.0
// What the quick filters of the history stand for.
#pragma once

#include "secure_zone/services/page_sql.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::secure_zone {

/// Narrows a list to them; to nothing where its states are others.
void select(ServicesWanted& wanted, ServiceSelection selection);

}  // namespace dcadmin::secure_zone
