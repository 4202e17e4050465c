// SPDX-License-Identifier: Apache-2.0
// What vouchers are worth: pure functions on dated tariffs. Which day decides is the tariff's own
// basis. Of the exchange values that hold for a voucher the one that begins last counts, and of
// these the newest; of supplements one for each basis, chosen the same way, and only where there is
// an exchange value. What was handed in after a tariff's last day does not get it.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

struct TariffRow {
    std::int64_t id = 0;
    TariffKind kind = TariffKind::exchange;
    TariffBasis basis = TariffBasis::service;
    std::int64_t cents = 0;
    Date from;
    Date until;
    std::optional<Date> hand_in_until;
};

/// Whether the day of that basis decides about any.
[[nodiscard]] bool asks_for(const std::vector<TariffRow>& tariffs, TariffBasis basis);

/// Vouchers that the same days decide about; a day that nobody knows decides nothing.
struct VoucherGroup {
    std::optional<Date> service_day;
    std::optional<Date> issued_on;
    std::int64_t vouchers = 0;
};

struct HandIn {
    Date made_on;
    Date received_on;
};

struct Price {
    std::int64_t cents = 0;
    std::int64_t vouchers = 0;
    std::int64_t unpriced = 0;                   // of them
    std::map<std::int64_t, std::int64_t> lines;  // vouchers by tariff
    bool operator==(const Price&) const = default;
};

/// `tariffs` in the order in which they begin, of the same day the oldest first.
[[nodiscard]] Price price_of(const std::vector<VoucherGroup>& groups,
                             const std::vector<TariffRow>& tariffs, const HandIn& hand_in);

}  // namespace dcadmin::secure_zone
