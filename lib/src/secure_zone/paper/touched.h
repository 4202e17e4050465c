// SPDX-License-Identifier: Apache-2.0
// The issuances whose vouchers a run has read, corrected or rejected: each is looked at once, at
// the end of the run, however many of its vouchers were changed.
#pragma once

#include "bulk/run.h"

#include <cstdint>

namespace dcadmin::secure_zone {

void touch_issuance(bulk::Work& work, std::int64_t issuance_id);

}  // namespace dcadmin::secure_zone
