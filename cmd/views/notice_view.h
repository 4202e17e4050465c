// SPDX-License-Identifier: Apache-2.0
// Notices to persons: as lists show them, a whole one, and what sending came to.
#pragma once

#include "output/view.h"

#include <dcadmin/customer_notices.h>
#include <dcadmin/outbox.h>

namespace dcadmin::views {

/// The relay's answer is what a list of failed notices is read for.
[[nodiscard]] output::View<Notice> notice_view(output::Shown answer = output::Shown::detail);
[[nodiscard]] output::View<Notice> whole_notice_view();
[[nodiscard]] output::View<CustomerNotice> customer_notice_view(
    output::Shown answer = output::Shown::detail);
[[nodiscard]] output::View<CustomerNotice> whole_customer_notice_view();
[[nodiscard]] output::View<SendSummary> send_view();

}  // namespace dcadmin::views
