// SPDX-License-Identifier: Apache-2.0
// Finding the service that somebody wants to look at.
#pragma once

#include "secure_zone/services/service_row.h"

#include <dcadmin/env.h>

namespace dcadmin::secure_zone {

/// Of a worker, and of a customer who is a person, only his own. not_found for another company's.
[[nodiscard]] ServiceRow require_seen(const Env& env, ServiceId id);

}  // namespace dcadmin::secure_zone
