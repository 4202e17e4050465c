// SPDX-License-Identifier: Apache-2.0
// Statements about refunds.
#pragma once

#include "access/require.h"
#include "secure_zone/issuances/change.h"
#include "secure_zone/refunds/price.h"
#include "store/db.h"

#include <dcadmin/secure_zone/refunds.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

struct RefundRow {
    std::int64_t id = 0;
    std::int64_t issuance_id = 0;
    Price price;
    std::string expected_on = {};
    std::string paid_on = {};
    std::string reference = {};
};

[[nodiscard]] std::vector<TariffRow> tariffs_for(store::Db& db, Region region);
/// The vouchers of an electronic issuance, by the days that these tariffs ask for.
[[nodiscard]] std::vector<VoucherGroup> voucher_groups(store::Db& db, std::int64_t issuance_id,
                                                       const std::vector<TariffRow>& tariffs);

[[nodiscard]] std::optional<RefundRow> find_refund(store::Db& db, std::int64_t issuance_id);
/// Of those that are not paid.
[[nodiscard]] std::vector<std::int64_t> open_refunds(store::Db& db);
[[nodiscard]] std::int64_t insert_refund(store::Db& db, const RefundRow& row,
                                         std::int64_t operation);
void update_refund(store::Db& db, const RefundRow& row);
/// Its services are paid as far as it pays them.
void pay_services(store::Db& db, std::int64_t issuance_id);

std::uint64_t list_refunds(store::Db& db, const RefundFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date today, const Each<Refund>& each);
/// None when there is no refund of it.
[[nodiscard]] std::optional<Refund> shown_refund(store::Db& db, std::int64_t issuance_id,
                                                 Date today);
std::uint64_t list_lines(store::Db& db, std::int64_t issuance_id, const Each<RefundLine>& each);

}  // namespace dcadmin::secure_zone
