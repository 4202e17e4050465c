// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/refunds/price.h"

#include <algorithm>
#include <array>

namespace dcadmin::secure_zone {

namespace {

std::optional<Date> deciding_day(TariffBasis basis, const VoucherGroup& group,
                                 const HandIn& hand_in) {
    switch (basis) {
        case TariffBasis::issue: return group.issued_on;
        case TariffBasis::service: return group.service_day;
        case TariffBasis::issuance: return hand_in.made_on;
        case TariffBasis::pickup: break;
    }
    return std::nullopt;
}

bool holds(const TariffRow& tariff, const VoucherGroup& group, const HandIn& hand_in) {
    const auto day = deciding_day(tariff.basis, group, hand_in);
    return day && tariff.from <= *day && *day <= tariff.until &&
           (!tariff.hand_in_until || hand_in.received_on <= *tariff.hand_in_until);
}

void add(Price& price, const TariffRow& tariff, std::int64_t vouchers) {
    price.cents += tariff.cents * vouchers;
    price.lines[tariff.id] += vouchers;
}

}  // namespace

bool asks_for(const std::vector<TariffRow>& tariffs, TariffBasis basis) {
    return std::ranges::any_of(tariffs,
                               [basis](const TariffRow& one) { return one.basis == basis; });
}

Price price_of(const std::vector<VoucherGroup>& groups, const std::vector<TariffRow>& tariffs,
               const HandIn& hand_in) {
    Price price;
    for (const VoucherGroup& group : groups) {
        const TariffRow* exchange = nullptr;
        std::array<const TariffRow*, all_tariff_bases.size()> supplements{};
        for (const TariffRow& tariff : tariffs) {
            if (!holds(tariff, group, hand_in)) continue;
            if (tariff.kind == TariffKind::exchange) exchange = &tariff;
            if (tariff.kind == TariffKind::supplement) {
                supplements.at(static_cast<std::size_t>(tariff.basis)) = &tariff;
            }
        }
        price.vouchers += group.vouchers;
        if (exchange == nullptr) {
            price.unpriced += group.vouchers;
            continue;
        }
        add(price, *exchange, group.vouchers);
        for (const TariffRow* const supplement : supplements) {
            if (supplement != nullptr) add(price, *supplement, group.vouchers);
        }
    }
    return price;
}

}  // namespace dcadmin::secure_zone
