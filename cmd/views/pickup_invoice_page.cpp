// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_invoice_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::views {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8"/>
<title>Ophalingen {}</title>
<style>
@page {{ size: A4; margin: 20mm; }}
body {{ font: 11pt/1.4 sans-serif; color: #000; }}
section + section {{ break-before: page; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #999; padding: 1mm 2mm; text-align: left; }}
th.sum, td.sum {{ text-align: right; }}
tr {{ break-inside: avoid; }}
</style>
</head>
<body>
)";

std::string safe(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

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
        line.day.formatted(), line.pickup.text(), safe(line.site_name), line.site.formatted(),
        region_name(line.region), line.postponed ? "na uitstel" : "", euro(line.amount));
}

std::string sum_of(std::string_view what, Money amount) {
    return fmt::format("<tr><th colspan=\"5\">{}</th><td class=\"sum\">{}</td></tr>\n", safe(what),
                       euro(amount));
}

std::string section_of(const PickupInvoice& invoice) {
    std::string out = fmt::format(
        "<section>\n<h1>Ophalingen van papieren dienstencheques</h1>\n<p>{}<br/>{}<br/>Maand: "
        "{}{}</p>\n<table>\n<thead><tr><th>Datum</th><th>Nummer</th><th>Vestiging</th>"
        "<th>Gewest</th><th></th><th class=\"sum\">EUR</th></tr></thead>\n<tbody>\n",
        safe(invoice.org_name), invoice.org.formatted(), invoice.month.text(),
        invoice.complete ? "" : " (nog niet om)");
    for (const auto& line : invoice.lines) out += line_of(line);
    out += "</tbody>\n<tfoot>\n";
    out += sum_of("Totaal zonder btw", invoice.excluding);
    out += sum_of(fmt::format("Btw {} %", invoice.vat_percent), invoice.vat);
    out += sum_of("Te betalen", invoice.including);
    return out + "</tfoot>\n</table>\n</section>\n";
}

}  // namespace

std::string pickup_invoice_page(const std::vector<PickupInvoice>& invoices) {
    std::string out =
        fmt::format(head, invoices.empty() ? std::string() : invoices.front().month.text());
    for (const auto& invoice : invoices) out += section_of(invoice);
    if (invoices.empty()) out += "<p>Geen ophalingen in deze maand.</p>\n";
    return out + "</body>\n</html>\n";
}

}  // namespace dcadmin::views
