// SPDX-License-Identifier: Apache-2.0
// Electronic vouchers (elektronische dienstencheques) of customers. An order is a run of numbers
// with one day of issue, and that day decides in each region until when they can be used and handed
// in: until the last day of so many months later (secure_zone.md, section 1.2). They pay services
// from the front, the oldest order first. A customer is named by his company and his number.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

/// 8 to 14 digits. Refused with usage, about `first_number`, otherwise.
[[nodiscard]] DCADMIN_API std::int64_t parse_voucher_number(std::string_view text);

struct VoucherOrder {
    VoucherOrderId id;
    EnterpriseNumber org;
    CustomerNumber customer;
    std::string name;  // the customer's
    std::int64_t first_number = 0;
    std::int64_t last_number = 0;
    std::int64_t count = 0;
    Date issued_on;
    Date usable_until;   // by the customer
    Date hand_in_until;  // by the company
    std::int64_t left = 0;
    std::string state;  // "usable", "future", "expired", "used-up"
};

struct NewVoucherOrder {
    EnterpriseNumber org;
    CustomerNumber customer;
    std::int64_t count = 0;
    std::optional<Date> on = {};                    // the day of issue; default today
    std::optional<std::int64_t> first_number = {};  // default the next that is free
    std::string reason = {};
};

struct VoucherFilter {
    std::optional<EnterpriseNumber> org = {};
    std::optional<CustomerNumber> customer = {};
    std::string state = "usable";   // as above, or "all"
    std::optional<Date> from = {};  // issued
    std::optional<Date> until = {};
    Page page = {};  // sort: issued, until, number
};

/// What a customer has left that ends on one day.
struct WalletLine {
    Date usable_until;
    Date hand_in_until;
    std::int64_t left = 0;
    std::string state;  // "usable", "future", "expired"
};

struct WalletQuestion {
    EnterpriseNumber org;
    CustomerNumber customer;
};

class DCADMIN_API Vouchers {
   public:
    explicit Vouchers(const Env& env) : env_(env) {}

    /// usage for another state. Operators of the issuer see all, a company those of its customers,
    /// who signed in as a customer his own.
    std::uint64_t list(const VoucherFilter& filter, const Each<VoucherOrder>& each);
    /// By last usable day; also what expired unused. By whom list() shows them to; refused as
    /// Customers::show().
    [[nodiscard]] std::vector<WalletLine> wallet(const WalletQuestion& question);

    /// By an operator of the issuer, or by the customer himself. What is usable goes to his
    /// services that wait for vouchers, first to those that got some already ([S51] of the sheet).
    /// Unchanged when an order with that first number is there in the same way. usage: no or too
    /// many vouchers, a number that is none; conflict: a voucher of that number is there otherwise;
    /// rule: the customer is not active, or no sourced row says how long vouchers of that day hold.
    /// Recorded in the company's chain.
    Written<VoucherOrder> order(const NewVoucherOrder& request);
    bulk::Summary order_rows(const bulk::Source<NewVoucherOrder>& rows,
                             const bulk::Options& options, const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
