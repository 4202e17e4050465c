// SPDX-License-Identifier: Apache-2.0
#include "views/refund_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Refund> refund_view() {
    return {.names = {"refund", "refunds"},
            .fields = {
                {{"issuance", "public id of what is paid"},
                 [](const Refund& x) -> Value { return x.issuance.text(); }},
                {{"org", "enterprise number of the company"},
                 [](const Refund& x) -> Value { return x.org; }},
                {{"org_name", "its name", Shown::detail},
                 [](const Refund& x) -> Value { return cell(x.org_name); }},
                {{"region", "of which vouchers"},
                 [](const Refund& x) -> Value { return name_of(x.region); }},
                {{"made_on", "the day of the issuance"},
                 [](const Refund& x) -> Value { return x.made_on; }},
                {{"state", "pending, blocked or paid"},
                 [](const Refund& x) -> Value { return std::string_view(x.state); }},
                {{"vouchers", "how many"}, [](const Refund& x) -> Value { return x.vouchers; }},
                {{"unpriced", "of them, for which no sourced tariff holds"},
                 [](const Refund& x) -> Value { return x.unpriced; }},
                {{"amount", "in euro, of the others"},
                 [](const Refund& x) -> Value { return x.amount.decimal(); }},
                {{"expected_on", "until when the issuer pays it; absent where no source tells"},
                 [](const Refund& x) -> Value { return output::maybe(x.expected_on); }},
                {{"late", "expected before today, and not paid"},
                 [](const Refund& x) -> Value { return x.late; }},
                {{"paid_on", "when it was paid"},
                 [](const Refund& x) -> Value { return output::maybe(x.paid_on); }},
                {{"reference", "of the payment"},
                 [](const Refund& x) -> Value { return cell(x.reference); }},
            }};
}

output::View<RefundLine> refund_line_view() {
    return {.names = {"line", "lines"},
            .fields = {
                {{"kind", "exchange value or supplement"},
                 [](const RefundLine& x) -> Value { return name_of(x.kind); }},
                {{"basis", "whose day decides: issue, service or issuance"},
                 [](const RefundLine& x) -> Value { return name_of(x.basis); }},
                {{"from", "when that tariff begins"},
                 [](const RefundLine& x) -> Value { return x.from; }},
                {{"tariff", "in euro, for one voucher"},
                 [](const RefundLine& x) -> Value { return x.tariff.decimal(); }},
                {{"vouchers", "how many"}, [](const RefundLine& x) -> Value { return x.vouchers; }},
                {{"amount", "in euro"},
                 [](const RefundLine& x) -> Value { return x.amount.decimal(); }},
                {{"source", "who says so"},
                 [](const RefundLine& x) -> Value { return std::string_view(x.source); }},
            }};
}

output::View<Block> block_view() {
    return {.names = {"block", "blocks"},
            .fields = {
                {{"id", "public id"}, [](const Block& x) -> Value { return x.id.text(); }},
                {{"org", "enterprise number of the company"},
                 [](const Block& x) -> Value { return x.org; }},
                {{"org_name", "its name", Shown::detail},
                 [](const Block& x) -> Value { return cell(x.org_name); }},
                {{"region", "of which vouchers"},
                 [](const Block& x) -> Value { return name_of(x.region); }},
                {{"issuance", "that one alone; absent: all of the region"},
                 [](const Block& x) -> Value {
                     return x.issuance ? Value(x.issuance->text()) : Value();
                 }},
                {{"cause", "why"}, [](const Block& x) -> Value { return name_of(x.cause); }},
                {{"since", "from when on"}, [](const Block& x) -> Value { return x.since; }},
                {{"released", "whether it was taken back"},
                 [](const Block& x) -> Value { return x.released; }},
                {{"issuances", "that it keeps from being paid"},
                 [](const Block& x) -> Value { return x.issuances; }},
                {{"vouchers", "in them"}, [](const Block& x) -> Value { return x.vouchers; }},
                {{"amount", "in euro"}, [](const Block& x) -> Value { return x.amount.decimal(); }},
            }};
}

output::View<BlockedIssuance> blocked_issuance_view() {
    return {
        .names = {"issuance", "issuances"},
        .fields = {
            {{"cause", "why"}, [](const BlockedIssuance& x) -> Value { return name_of(x.cause); }},
            {{"block", "public id of the block"},
             [](const BlockedIssuance& x) -> Value { return x.block.text(); }},
            {{"issuance", "public id"},
             [](const BlockedIssuance& x) -> Value { return x.issuance.text(); }},
            {{"org", "enterprise number of the company"},
             [](const BlockedIssuance& x) -> Value { return x.org; }},
            {{"region", "of which vouchers"},
             [](const BlockedIssuance& x) -> Value { return name_of(x.region); }},
            {{"made_on", "the day it was made"},
             [](const BlockedIssuance& x) -> Value { return x.made_on; }},
            {{"vouchers", "in it"}, [](const BlockedIssuance& x) -> Value { return x.vouchers; }},
            {{"amount", "in euro"},
             [](const BlockedIssuance& x) -> Value { return x.amount.decimal(); }},
        }};
}

output::View<Priced> priced_view() {
    return {
        .names = {"pricing", "pricings"},
        .fields = {
            {{"refunds", "that were priced"}, [](const Priced& x) -> Value { return x.refunds; }},
            {{"changed", "that came to something else than before"},
             [](const Priced& x) -> Value { return x.changed; }},
            {{"unpriced", "vouchers that are left without a tariff"},
             [](const Priced& x) -> Value { return x.unpriced; }},
        }};
}

}  // namespace dcadmin::views
