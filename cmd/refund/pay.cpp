// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "refund/commands.h"
#include "views/refund_view.h"

#include <dcadmin/secure_zone/refunds.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<IssuanceId> issuance;
    cli::Required<Date> on;
    cli::Required<Money> amount;
    cli::Required<std::string> reference;
    std::optional<std::string> reason;
};

Payment request(const Options& options) {
    return {.issuance = *options.issuance,
            .on = *options.on,
            .reference = *options.reference,
            .amount = *options.amount,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::refund_view(), Refunds(context.env()).pay(request(options)));
    return cli::Exit::ok;
}

struct PriceOptions {
    std::optional<IssuanceId> issuance;
    bool all = false;
};

cli::Exit price(cli::Context& context, const PriceOptions& options) {
    if (options.all == options.issuance.has_value()) {
        throw Error(Kind::usage, "it is not said what to price", "name an issuance, or --all");
    }
    context.written(views::priced_view(), Refunds(context.env()).price(options.issuance));
    return cli::Exit::ok;
}

}  // namespace

cli::Command refund_pay() {
    return cli::command<Options>({
        .summary = "record that an issuance was paid (terugbetaling boeken)",
        .details = "By an operator; the amount must be the refund's to the cent. Its services are "
                   "refunded as far as it pays them, and the issuance is closed.",
        .needs = cli::Needs::write,
        .options = {cli::option("issuance", &Options::issuance, "which issuance", {"afgifte"})
                        .positional(),
                    cli::option("on", &Options::on, "when it was paid", {"datum", "date"}),
                    cli::option("amount", &Options::amount, "how much, in euro", {"bedrag"}),
                    cli::option("reference", &Options::reference, "of the payment", {"referentie"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin refund pay i-3 --on 2024-02-01 --amount 82.56 --reference 24-0117",
                      "one payment"},
                     {"dcadmin refund pay --file payments.csv", "the bank's list"}},
        .fields = views::refund_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Refunds(env).pay_rows(rows, how, sink); }),
    });
}

cli::Command refund_price() {
    return cli::command<PriceOptions>({
        .summary = "price refunds anew by the tariffs as they are now (terugbetalingen berekenen)",
        .details = "By an operator, after tariff import: of one issuance, or of all that are not "
                   "paid.",
        .needs = cli::Needs::write,
        .options = {cli::option("issuance", &PriceOptions::issuance, "of one issuance", {"afgifte"})
                        .positional(),
                    cli::option("all", &PriceOptions::all, "of all that are not paid")},
        .examples = {{"dcadmin refund price --all", "a source told the new exchange value"}},
        .fields = views::priced_view().texts(),
        .run = price,
    });
}

}  // namespace dcadmin::commands
