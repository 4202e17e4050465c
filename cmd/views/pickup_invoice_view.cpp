// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_invoice_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<PickupInvoice> pickup_invoice_view() {
    using One = PickupInvoice;
    return {.names = {"invoice", "invoices"},
            .fields = {
                {{"org", "enterprise number of the company"},
                 [](const One& x) -> Value { return x.org; }},
                {{"name", "its name"}, [](const One& x) -> Value { return cell(x.org_name); }},
                {{"month", "of which month"}, [](const One& x) -> Value { return x.month.text(); }},
                {{"pickups", "how many were carried out"},
                 [](const One& x) -> Value { return static_cast<std::int64_t>(x.lines.size()); }},
                {{"excluding", "euro without VAT"},
                 [](const One& x) -> Value { return x.excluding.decimal(); }},
                {{"vat_percent", "rate of VAT"},
                 [](const One& x) -> Value { return cell(x.vat_percent); }},
                {{"vat", "euro of VAT, rounded once"},
                 [](const One& x) -> Value { return x.vat.decimal(); }},
                {{"including", "euro with VAT"},
                 [](const One& x) -> Value { return x.including.decimal(); }},
                {{"complete", "whether the month has ended"},
                 [](const One& x) -> Value { return x.complete; }},
                {{"ids", "public ids of the pickups", output::Shown::detail},
                 [](const One& x) -> Value {
                     std::vector<std::string> ids;
                     for (const auto& line : x.lines) ids.push_back(line.pickup.text());
                     return ids;
                 }},
            }};
}

output::View<PickupInvoiceRow> pickup_invoice_line_view() {
    using One = PickupInvoiceRow;
    return {
        .names = {"line", "lines"},
        .fields = {
            {{"org", "enterprise number of the company"},
             [](const One& x) -> Value { return x.org; }},
            {{"month", "of which month"}, [](const One& x) -> Value { return x.month.text(); }},
            {{"pickup", "public id"}, [](const One& x) -> Value { return x.line.pickup.text(); }},
            {{"date", "on which day"}, [](const One& x) -> Value { return x.line.day; }},
            {{"site", "where"}, [](const One& x) -> Value { return x.line.site; }},
            {{"site_name", "name of the site"},
             [](const One& x) -> Value { return cell(x.line.site_name); }},
            {{"region", "of which vouchers"},
             [](const One& x) -> Value { return name_of(x.line.region); }},
            {{"postponed", "whether it came in the place of another"},
             [](const One& x) -> Value { return x.line.postponed; }},
            {{"amount", "euro without VAT"},
             [](const One& x) -> Value { return x.line.amount.decimal(); }},
            {{"source", "of the amount", output::Shown::detail},
             [](const One& x) -> Value { return cell(x.line.source); }},
        }};
}

}  // namespace dcadmin::views
