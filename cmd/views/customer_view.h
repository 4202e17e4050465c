// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/vouchers.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Customer> customer_view();
[[nodiscard]] output::View<CustomerCard> customer_card_view();
[[nodiscard]] output::View<VoucherOrder> voucher_order_view();
[[nodiscard]] output::View<WalletLine> wallet_view();

}  // namespace dcadmin::views
