// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_invoice_page.h"
#include "views/pickup_invoice_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/pickup_invoice.h>

#include <algorithm>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<Month> month;
    std::optional<EnterpriseNumber> org;
    bool lines = false;
    std::optional<cli::FilePath> html;
};

void show_lines(cli::Context& context, const std::vector<PickupInvoice>& invoices) {
    auto list = context.out().list(views::pickup_invoice_line_view());
    for (const auto& invoice : invoices) {
        for (const auto& line : invoice.lines) list({invoice.org, invoice.month, line});
    }
    list.end();
}

void show_invoices(cli::Context& context, const std::vector<PickupInvoice>& invoices) {
    auto list = context.out().list(views::pickup_invoice_view());
    for (const auto& invoice : invoices) list(invoice);
    list.end();
}

// Of the sums, then what lines have beside.
std::vector<output::FieldText> all_fields() {
    auto fields = views::pickup_invoice_view().texts();
    for (const auto& text : views::pickup_invoice_line_view().texts()) {
        if (std::ranges::find(fields, text.key, &output::FieldText::key) == fields.end()) {
            fields.push_back(text);
        }
    }
    return fields;
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto invoices =
        PickupInvoices(context.env()).of({.month = *options.month, .org = options.org});
    if (options.html) {
        context.write_document(*options.html, views::pickup_invoice_page(invoices));
    }
    const bool printed = options.html && options.html->text == "-";
    if (options.lines && !printed) {
        show_lines(context, invoices);
    } else if (!printed) {
        show_invoices(context, invoices);
    }
    const bool running = std::ranges::any_of(
        invoices, [](const PickupInvoice& invoice) { return !invoice.complete; });
    if (running) context.note(say("{} has not ended", options.month->text()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_invoice() {
    return cli::command<Options>({
        .summary = "reckon what the pickups of a month cost (factuur van ophalingen)",
        .details =
            "Each pickup that was carried out at the tariff of its day and region; one that was "
            "postponed counts once, on the day on which the carrier came. VAT is rounded once for "
            "the whole invoice. Where no sourced tariff covers a day the answer is exit 8. With "
            "--lines its pickups are shown, one by one; --html writes a page to print.",
        .needs = cli::Needs::read,
        .options = {cli::option("month", &Options::month, "of which month", {"maand"}),
                    cli::option("org", &Options::org,
                                "of this company; without it, of each that you may see",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("lines", &Options::lines, "the pickups in the place of the sums"),
                    cli::option(
                        "html", &Options::html,
                        "also write a page to print to this file, A4, in the language of --lang")},
        .examples = {{"dcadmin pickup invoice --month 2026-11 --org 0566988259 --html "
                      "ophalingen.html",
                      "what November cost, and a page of it"}},
        .fields = all_fields(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
