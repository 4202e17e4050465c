// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_invoice_page.h"

#include "output/html.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::views {

namespace {

using output::html_escaped;

constexpr std::string_view style = R"(
section + section { break-before: page; margin-top: 3rem; }
)";

std::string euro(Money amount) {
    std::string text = amount.decimal();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string_view region_name(Region region) {
    switch (region) {
        case Region::flanders: return "Vlaanderen";
        case Region::wallonia: return "Wallonië";
        case Region::brussels: return "Brussel";
    }
    return "";
}

std::string line_of(const PickupInvoiceLine& line) {
    return fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{} ({})</td><td>{}</td><td>{}</td><td "
        "class=\"sum\">{}</td></tr>\n",
        line.day.formatted(), line.pickup.text(), html_escaped(line.site_name),
        line.site.formatted(), region_name(line.region), line.postponed ? "na uitstel" : "",
        euro(line.amount));
}

std::string sum_of(std::string_view what, Money amount) {
    return fmt::format("<tr><th colspan=\"5\">{}</th><td class=\"sum\">{}</td></tr>\n",
                       html_escaped(what), euro(amount));
}

std::string section_of(const PickupInvoice& invoice) {
    std::string out = fmt::format(
        "<section>\n<h1>Ophalingen van papieren dienstencheques</h1>\n<p>{}<br/>{}<br/>Maand: "
        "{}{}</p>\n<div "
        "class=\"wide\">\n<table>\n<thead><tr><th>Datum</th><th>Nummer</th><th>Vestiging</th>"
        "<th>Gewest</th><th></th><th class=\"sum\">EUR</th></tr></thead>\n<tbody>\n",
        html_escaped(invoice.org_name), invoice.org.formatted(), invoice.month.text(),
        invoice.complete ? "" : " (nog niet om)");
    for (const auto& line : invoice.lines) out += line_of(line);
    out += "</tbody>\n<tfoot>\n";
    out += sum_of("Totaal zonder btw", invoice.excluding);
    out += sum_of(fmt::format("Btw {} %", invoice.vat_percent), invoice.vat);
    out += sum_of("Te betalen", invoice.including);
    return out + "</tfoot>\n</table>\n</div>\n</section>\n";
}

}  // namespace

std::string pickup_invoice_page(const std::vector<PickupInvoice>& invoices) {
    const auto month = invoices.empty() ? std::string() : invoices.front().month.text();
    auto out = output::html_begin("nl", fmt::format("Ophalingen {}", month), style);
    for (const auto& invoice : invoices) out += section_of(invoice);
    if (invoices.empty()) out += "<p>Geen ophalingen in deze maand.</p>\n";
    return out + std::string(output::html_end());
}

}  // namespace dcadmin::views
