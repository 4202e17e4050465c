// SPDX-License-Identifier: Apache-2.0
// What a customer has left, and taking from it for the services that he must pay: from the front of
// the oldest order that can pay. Whoever takes writes an allocation for each run taken; `used` of
// an order follows from these, so it stands in no image of the log.
#pragma once

#include "store/tx.h"

#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/secure_zone/vouchers.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace dcadmin::secure_zone {

/// A run of vouchers of one order.
struct TakenVouchers {
    std::int64_t order_id = 0;
    std::int64_t first_number = 0;
    int vouchers = 0;
    Date hand_in_until;
    Date issued_on;
};

class Wallet {
   public:
    explicit Wallet(store::Tx& tx);
    ~Wallet();
    Wallet(const Wallet&) = delete;
    Wallet& operator=(const Wallet&) = delete;

    /// Up to `wanted` that can be used on `today` and may pay a service of `service_day`: where the
    /// region has a term for it, the service is no older than that before their issue. Remembers
    /// the customer asked for last, so that services come customer by customer.
    [[nodiscard]] std::vector<TakenVouchers> take(std::int64_t customer_id, int wanted,
                                                  Region region, Date service_day, Date today);
    /// What it remembers is not so any more: rows were rolled back to a savepoint.
    void forget();

   private:
    struct State;
    std::unique_ptr<State> state_;
};

/// By last usable day, the oldest first; also what expired unused.
[[nodiscard]] std::vector<WalletLine> wallet_of(const Env& env, std::int64_t customer_id);
/// Only what can be used today.
[[nodiscard]] std::vector<WalletLine> usable_of(std::vector<WalletLine> lines);

}  // namespace dcadmin::secure_zone
