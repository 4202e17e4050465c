// SPDX-License-Identifier: Apache-2.0
// The log of changes, its chains, and what is wrong with them.
#pragma once

#include "output/view.h"

#include <dcadmin/audit.h>

namespace dcadmin::views {

[[nodiscard]] output::View<AuditEntry> entry_view();
[[nodiscard]] output::View<ChainHead> head_view();
[[nodiscard]] output::View<AuditProblem> problem_view();
[[nodiscard]] output::View<AuditReport> audit_report_view();

}  // namespace dcadmin::views
