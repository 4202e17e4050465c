// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "tariff/commands.h"
#include "views/dated_views.h"

#include <dcadmin/secure_zone/tariffs.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<TariffKind> kind;
    std::optional<Region> region;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const TariffFilter filter{.kind = options.kind,
                              .region = options.region,
                              .at = context.at(),
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::tariff_view());
    const auto total = Tariffs(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command tariff_list() {
    return cli::command<Options>({
        .summary = "list the tariffs of the secure zone, by day and region (tarieven)",
        .details = "With --at only those that hold on that day. Of several rows for the same, the "
                   "one that begins last holds, and of these the newest.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("kind", &Options::kind, "exchange, supplement, pickup or vat", {"soort"}),
             cli::option("region", &Options::region, "where", {"gewest"})},
            cli::options_of(&Options::page, cli::paging_options({"kind", "region", "from"}))),
        .examples = {{"dcadmin tariff list --kind exchange --at 2022-10-15",
                      "what a voucher was worth that day"}},
        .fields = views::tariff_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
