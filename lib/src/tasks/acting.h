// SPDX-License-Identifier: Apache-2.0
// Who acts, and for whom: an administrator answers for his organisation, the local operator for
// all.
#pragma once

#include "store/tx.h"

#include <dcadmin/tasks.h>

#include <cstdint>

namespace dcadmin::tasks {

/// not_allowed for a person who acts and does not administer the organisation today.
void require_administrator(store::Tx& tx, std::int64_t organisation_id, EnterpriseNumber org);

}  // namespace dcadmin::tasks
