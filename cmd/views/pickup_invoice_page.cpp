// SPDX-License-Identifier: Apache-2.0
#include "views/pickup_invoice_page.h"

#include "output/html.h"
#include "views/region_words.h"

#include <dcadmin/base/say.h>

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
    if (output::page_language() == "en") return text;
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string line_of(const PickupInvoiceLine& line) {
    return fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{} ({})</td><td>{}</td><td>{}</td><td "
        "class=\"sum\">{}</td></tr>\n",
        line.day.formatted(), line.pickup.text(), html_escaped(line.site_name),
        line.site.formatted(), region_words(line.region),
        line.postponed ? say("after it was postponed") : "", euro(line.amount));
}

std::string sum_of(std::string_view what, Money amount) {
    return fmt::format("<tr><th colspan=\"5\">{}</th><td class=\"sum\">{}</td></tr>\n",
                       html_escaped(what), euro(amount));
}

std::string section_of(const PickupInvoice& invoice) {
    const auto month = invoice.month.text();
    std::string out = fmt::format(
        "<section>\n<h1>{}</h1>\n<p>{}<br/>{}<br/>{}</p>\n<div class=\"wide\">\n<table>\n",
        html_escaped(say("Pickups of paper service vouchers")), html_escaped(invoice.org_name),
        invoice.org.formatted(),
        html_escaped(invoice.complete ? say("Month: {}", month)
                                      : say("Month: {} (has not ended)", month)));
    out += output::html_head(
        {say("Date"), say("Number"), say("Site"), say("Region"), std::string(), "EUR"});
    out += "<tbody>\n";
    for (const auto& line : invoice.lines) out += line_of(line);
    out += "</tbody>\n<tfoot>\n";
    out += sum_of(say("Total without VAT"), invoice.excluding);
    out += sum_of(say("VAT {} %", invoice.vat_percent), invoice.vat);
    out += sum_of(say("To be paid"), invoice.including);
    return out + "</tfoot>\n</table>\n</div>\n</section>\n";
}

}  // namespace

std::string pickup_invoice_page(const std::vector<PickupInvoice>& invoices) {
    const auto month = invoices.empty() ? std::string() : invoices.front().month.text();
    auto out = output::html_begin(say("Pickups {}", month), style);
    for (const auto& invoice : invoices) out += section_of(invoice);
    if (invoices.empty()) {
        out += fmt::format("<p>{}</p>\n", html_escaped(say("No pickups in this month.")));
    }
    return out + std::string(output::html_end());
}

}  // namespace dcadmin::views
