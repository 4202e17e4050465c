// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "tariff/commands.h"
#include "views/dated_views.h"

#include <dcadmin/secure_zone/tariffs.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TariffKind> kind;
    std::optional<Region> region;
    cli::Required<TariffBasis> basis;
    cli::Required<Money> amount;
    cli::Required<Date> from;
    std::optional<Date> until;
    std::optional<Date> hand_in_until;
    cli::Required<std::string> source;
};

NewTariff request(const Options& options) {
    return {.kind = *options.kind,
            .region = options.region,
            .basis = *options.basis,
            .amount = *options.amount,
            .from = *options.from,
            .until = options.until,
            .hand_in_until = options.hand_in_until,
            .source = *options.source};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::tariff_view(), Tariffs(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command tariff_import() {
    return cli::command<Options>({
        .summary = "add tariffs of the secure zone, with their source (tarieven inlezen)",
        .details =
            "Rows are added and never changed: from its first day on a row takes the place "
            "of the earlier one for the same. A mistake is mended by importing the right row "
            "once more with the same first day. By an operator.",
        .needs = cli::Needs::write,
        .options =
            {cli::option("kind", &Options::kind, "exchange, supplement, pickup or vat", {"soort"}),
             cli::option("region", &Options::region, "where; everywhere unless said", {"gewest"}),
             cli::option("basis", &Options::basis, "the day that decides", {"grondslag"}),
             cli::option("amount", &Options::amount, "in euro; of vat in percent", {"bedrag"}),
             cli::option("from", &Options::from, "first day", {"begindatum"}),
             cli::option("until", &Options::until, "last day; without end unless said",
                         {"einddatum"}),
             cli::option("hand-in-until", &Options::hand_in_until,
                         "who hands in later does not get it", {"afgifte_tot"}),
             cli::option("source", &Options::source, "the law or page that says so", {"bron"})},
        .examples = {{"dcadmin tariff import --kind exchange --region flanders --basis service "
                      "--amount 30.15 --from 2026-01-01 --source 'besluit van …'",
                      "one row"},
                     {"dcadmin tariff import --file tariffs.csv", "many"}},
        .fields = views::tariff_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Tariffs(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
