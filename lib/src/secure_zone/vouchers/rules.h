// SPDX-License-Identifier: Apache-2.0
// Until when vouchers of an order hold, and what an order may ask for: pure functions on terms.
#pragma once

#include <dcadmin/secure_zone/terms.h>
#include <dcadmin/secure_zone/vouchers.h>

#include <optional>

namespace dcadmin::secure_zone {

/// The last day of the month that lies so many months after that of `from`.
[[nodiscard]] Date end_of_month_after(const LegalTerm& term, Date from);
/// The first day of which a service can be paid with a voucher of that day, where a term says how
/// old a service may be.
[[nodiscard]] Date oldest_service(const LegalTerm& service_age, Date issued_on);
/// usage: a count outside 1..9999, a first number that has not 8 to 14 digits.
[[nodiscard]] std::optional<Error> order_problem(const NewVoucherOrder& request);

}  // namespace dcadmin::secure_zone
