// SPDX-License-Identifier: Apache-2.0
// Notices to persons: as lists show them, and a whole one.
#pragma once

#include "output/view.h"

#include <dcadmin/outbox.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Notice> notice_view();
[[nodiscard]] output::View<Notice> whole_notice_view();

}  // namespace dcadmin::views
