// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/refunds.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Refund> refund_view();
[[nodiscard]] output::View<RefundLine> refund_line_view();
[[nodiscard]] output::View<Block> block_view();
[[nodiscard]] output::View<BlockedIssuance> blocked_issuance_view();
[[nodiscard]] output::View<Priced> priced_view();

}  // namespace dcadmin::views
