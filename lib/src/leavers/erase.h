// SPDX-License-Identifier: Apache-2.0
// Erasing a person: what can be traced to him goes, what was done stays. The key that the log's
// hashes of his fields were made with goes too, so that nobody can try names against them.
#pragma once

#include "bulk/run.h"

#include <dcadmin/leavers.h>

namespace dcadmin::leavers {

[[nodiscard]] Written<Erasure> apply_erase(bulk::Work& work, const ErasureRequest& request);
/// The result of a row; counts what went with him.
[[nodiscard]] bulk::Result result_of(const Written<Erasure>& written);

}  // namespace dcadmin::leavers
