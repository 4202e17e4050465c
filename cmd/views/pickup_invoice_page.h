// SPDX-License-Identifier: Apache-2.0
// Invoices of pickups as a page to print: one document without anything from elsewhere, in Dutch,
// for paper of A4, a company a sheet.
#pragma once

#include <dcadmin/secure_zone/pickup_invoice.h>

#include <string>
#include <vector>

namespace dcadmin::views {

[[nodiscard]] std::string pickup_invoice_page(const std::vector<PickupInvoice>& invoices);

}  // namespace dcadmin::views
