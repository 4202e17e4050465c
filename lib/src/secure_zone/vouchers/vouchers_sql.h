// SPDX-License-Identifier: Apache-2.0
// Statements about orders of vouchers.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/vouchers.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace dcadmin::secure_zone {

struct VoucherOrderRow {
    std::int64_t id = 0;
    std::int64_t customer_id = 0;
    std::int64_t first_number = 0;
    std::int64_t vouchers = 0;
    Date issued_on;
    Date usable_until;
    Date hand_in_until;

    [[nodiscard]] std::int64_t end() const { return first_number + vouchers; }
};

/// The order with the highest number that begins before that one.
[[nodiscard]] std::optional<VoucherOrderRow> last_before(store::Db& db, std::int64_t number);
[[nodiscard]] std::int64_t insert_order(store::Db& db, const VoucherOrderRow& row,
                                        std::int64_t operation);
[[nodiscard]] VoucherOrder shown_order(store::Db& db, std::int64_t id, Date today);
[[nodiscard]] std::vector<WalletLine> wallet_lines(store::Db& db, std::int64_t customer_id,
                                                   Date today);
std::uint64_t list_orders(store::Db& db, const VoucherFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          Date today, const Each<VoucherOrder>& each);

/// An order of which something is left.
struct OpenOrder {
    std::int64_t id = 0;
    std::int64_t first_number = 0;
    std::int64_t vouchers = 0;
    std::int64_t used = 0;
    Date issued_on;
    Date usable_until;
    Date hand_in_until;
};

/// For runs over many customers: statements of its own.
class OpenOrders {
   public:
    explicit OpenOrders(store::Db& db);
    /// In the order in which they are used.
    void read(std::int64_t customer_id, std::vector<OpenOrder>& into);
    void use(const OpenOrder& order);

   private:
    std::unique_ptr<store::Statement> read_;
    std::unique_ptr<store::Statement> use_;
};

}  // namespace dcadmin::secure_zone
