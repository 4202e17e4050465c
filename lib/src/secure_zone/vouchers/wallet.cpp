// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/vouchers/wallet.h"

#include "secure_zone/terms/holding.h"
#include "secure_zone/vouchers/rules.h"
#include "secure_zone/vouchers/vouchers_sql.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace dcadmin::secure_zone {

struct Wallet::State {
    explicit State(store::Tx& given) : tx(given), orders(given.db()) {}

    // Whether vouchers of that day may pay for a service of that day.
    bool pays(Region region, Date issued_on, Date service_day) {
        auto [at, is_new] = oldest.try_emplace({region, issued_on});
        if (is_new) {
            const auto term =
                find_term_holding(tx.db(), {TermKind::service_age, region}, issued_on);
            if (term) at->second = oldest_service(*term, issued_on);
        }
        return !at->second || *at->second <= service_day;
    }

    store::Tx& tx;
    OpenOrders orders;
    std::int64_t customer_id = 0;
    std::vector<OpenOrder> open;  // of that customer
    std::map<std::pair<Region, Date>, std::optional<Date>> oldest;
};

Wallet::Wallet(store::Tx& tx) : state_(std::make_unique<State>(tx)) {}

Wallet::~Wallet() = default;

std::vector<TakenVouchers> Wallet::take(std::int64_t customer_id, int wanted, Region region,
                                        Date service_day, Date today) {
    State& state = *state_;
    if (state.customer_id != customer_id) {
        state.orders.read(customer_id, state.open);
        state.customer_id = customer_id;
    }
    std::vector<TakenVouchers> taken;
    for (OpenOrder& order : state.open) {
        if (wanted <= 0) break;
        const bool usable =
            order.used < order.vouchers && order.issued_on <= today && order.usable_until >= today;
        if (!usable || !state.pays(region, order.issued_on, service_day)) continue;
        const int some =
            static_cast<int>(std::min<std::int64_t>(wanted, order.vouchers - order.used));
        taken.push_back({.order_id = order.id,
                         .first_number = order.first_number + order.used,
                         .vouchers = some,
                         .hand_in_until = order.hand_in_until,
                         .issued_on = order.issued_on});
        order.used += some;
        wanted -= some;
        state.orders.use(order);
    }
    return taken;
}

void Wallet::forget() {
    state_->customer_id = 0;
}

std::vector<WalletLine> wallet_of(const Env& env, std::int64_t customer_id) {
    return wallet_lines(env.store.db(), customer_id, env.clock.today());
}

std::vector<WalletLine> usable_of(std::vector<WalletLine> lines) {
    std::erase_if(lines, [](const WalletLine& line) { return line.state != "usable"; });
    return lines;
}

}  // namespace dcadmin::secure_zone
