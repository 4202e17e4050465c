// SPDX-License-Identifier: Apache-2.0
#include "views/customer_view.h"

#include "views/cells.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value person(const Customer& customer) {
    return customer.person ? Value(customer.person->text()) : Value();
}

// "12 until 2027-02-28"
Value wallet(const CustomerCard& card) {
    std::vector<std::string> lines;
    for (const WalletLine& line : card.wallet) {
        lines.push_back(say("{} until {}", line.left, line.usable_until.iso()));
    }
    return lines.empty() ? Value() : Value(std::move(lines));
}

// "3 registered"
Value services(const CustomerCard& card) {
    std::vector<std::string> lines;
    for (const auto& [state, count] : card.open_services) {
        lines.push_back(fmt::format("{} {}", count, state));
    }
    return lines.empty() ? Value() : Value(std::move(lines));
}

Value left(const CustomerCard& card) {
    std::int64_t sum = 0;
    for (const WalletLine& line : card.wallet) sum += line.left;
    return sum;
}

}  // namespace

output::View<Customer> customer_view() {
    return {.names = {"customer", "customers"},
            .fields = {
                {{"id", "public id", Shown::detail},
                 [](const Customer& x) -> Value { return x.id.text(); }},
                {{"number", "by which the issuer knows him"},
                 [](const Customer& x) -> Value { return x.number.digits(); }},
                {{"org", "enterprise number of the company"},
                 [](const Customer& x) -> Value { return x.org; }},
                {{"name", "his name"}, [](const Customer& x) -> Value { return cell(x.name); }},
                {{"region", "where he lives"},
                 [](const Customer& x) -> Value { return name_of(x.region); }},
                {{"language", "in which he is written to"},
                 [](const Customer& x) -> Value { return name_of(x.language); }},
                {{"channel", "by which he answers: online or other"},
                 [](const Customer& x) -> Value { return name_of(x.channel); }},
                {{"email", "for this company"},
                 [](const Customer& x) -> Value { return cell(x.email); }},
                {{"phone", "likewise"}, [](const Customer& x) -> Value { return cell(x.phone); }},
                {{"person", "public id of who signs in as him", Shown::detail}, person},
                {{"state", "active, inactive or erased"},
                 [](const Customer& x) -> Value { return std::string_view(x.state); }},
            }};
}

output::View<CustomerCard> customer_card_view() {
    using Card = CustomerCard;
    return {
        .names = {"customer", "customers"},
        .fields = {
            {{"id", "public id"}, [](const Card& x) -> Value { return x.customer.id.text(); }},
            {{"number", "by which the issuer knows him"},
             [](const Card& x) -> Value { return x.customer.number.digits(); }},
            {{"org", "enterprise number of the company"},
             [](const Card& x) -> Value { return x.customer.org; }},
            {{"name", "his name"}, [](const Card& x) -> Value { return cell(x.customer.name); }},
            {{"region", "where he lives"},
             [](const Card& x) -> Value { return name_of(x.customer.region); }},
            {{"language", "in which he is written to"},
             [](const Card& x) -> Value { return name_of(x.customer.language); }},
            {{"channel", "by which he answers: online or other"},
             [](const Card& x) -> Value { return name_of(x.customer.channel); }},
            {{"email", "for this company"},
             [](const Card& x) -> Value { return cell(x.customer.email); }},
            {{"phone", "likewise"}, [](const Card& x) -> Value { return cell(x.customer.phone); }},
            {{"person", "public id of who signs in as him"},
             [](const Card& x) -> Value { return person(x.customer); }},
            {{"state", "active, inactive or erased"},
             [](const Card& x) -> Value { return std::string_view(x.customer.state); }},
            {{"vouchers", "that he can use today"}, left},
            {{"wallet", "the same by last day, the oldest first"}, wallet},
            {{"services", "that are not over, by state"}, services},
        }};
}

output::View<VoucherOrder> voucher_order_view() {
    return {.names = {"order", "orders"},
            .fields = {
                {{"id", "public id"}, [](const VoucherOrder& x) -> Value { return x.id.text(); }},
                {{"org", "enterprise number of the company", Shown::detail},
                 [](const VoucherOrder& x) -> Value { return x.org; }},
                {{"customer", "his number"},
                 [](const VoucherOrder& x) -> Value { return x.customer.digits(); }},
                {{"name", "his name"}, [](const VoucherOrder& x) -> Value { return cell(x.name); }},
                {{"first_number", "the first voucher"},
                 [](const VoucherOrder& x) -> Value { return x.first_number; }},
                {{"last_number", "the last voucher"},
                 [](const VoucherOrder& x) -> Value { return x.last_number; }},
                {{"count", "how many were ordered"},
                 [](const VoucherOrder& x) -> Value { return x.count; }},
                {{"issued", "day of issue"},
                 [](const VoucherOrder& x) -> Value { return x.issued_on; }},
                {{"usable_until", "last day for the customer"},
                 [](const VoucherOrder& x) -> Value { return x.usable_until; }},
                {{"hand_in_until", "last day for the company"},
                 [](const VoucherOrder& x) -> Value { return x.hand_in_until; }},
                {{"left", "how many pay nothing yet"},
                 [](const VoucherOrder& x) -> Value { return x.left; }},
                {{"state", "usable, future, expired or used-up"},
                 [](const VoucherOrder& x) -> Value { return std::string_view(x.state); }},
            }};
}

output::View<WalletLine> wallet_view() {
    return {.names = {"wallet", "wallet"},
            .fields = {
                {{"usable_until", "last day for the customer"},
                 [](const WalletLine& x) -> Value { return x.usable_until; }},
                {{"hand_in_until", "last day for the company"},
                 [](const WalletLine& x) -> Value { return x.hand_in_until; }},
                {{"left", "how many"}, [](const WalletLine& x) -> Value { return x.left; }},
                {{"state", "usable, future or expired"},
                 [](const WalletLine& x) -> Value { return std::string_view(x.state); }},
            }};
}

}  // namespace dcadmin::views
