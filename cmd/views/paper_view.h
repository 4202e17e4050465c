// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/paper.h>

namespace dcadmin::views {

[[nodiscard]] output::View<PaperVoucher> paper_view();
[[nodiscard]] output::View<PaperAdvance> paper_advance_view();

}  // namespace dcadmin::views
