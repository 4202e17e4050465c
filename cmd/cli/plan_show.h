// SPDX-License-Identifier: Apache-2.0
// Shows a plan: its rows as a list, and what it says of itself as talk.
#pragma once

#include "cli/context.h"

#include <dcadmin/bulk.h>

#include <string>

namespace dcadmin::cli {

void show_plan(Context& context, const std::string& path);
/// "revoke grant g-12: revoked_at none -> now"
[[nodiscard]] std::string in_words(const bulk::Effect& effect);

}  // namespace dcadmin::cli
