// SPDX-License-Identifier: Apache-2.0
// A person becomes a company's worker.
#pragma once

#include "bulk/run.h"

#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::secure_zone {

[[nodiscard]] Written<Worker> apply_add(bulk::Work& work, const NewWorker& request,
                                        bool registers_in_use);

}  // namespace dcadmin::secure_zone
