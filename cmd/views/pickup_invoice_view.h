// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/pickup_invoice.h>

namespace dcadmin::views {

/// An invoice as one row.
[[nodiscard]] output::View<PickupInvoice> pickup_invoice_view();
/// A pickup of an invoice, with whose it is.
struct PickupInvoiceRow {
    EnterpriseNumber org;
    Month month;
    PickupInvoiceLine line;
};
[[nodiscard]] output::View<PickupInvoiceRow> pickup_invoice_line_view();

}  // namespace dcadmin::views
