// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "term/commands.h"
#include "views/dated_views.h"

#include <dcadmin/secure_zone/terms.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<TermKind> kind;
    std::optional<Region> region;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const TermFilter filter{.kind = options.kind,
                            .region = options.region,
                            .at = context.at(),
                            .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::term_view());
    const auto total = Terms(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command term_list() {
    return cli::command<Options>({
        .summary = "list the terms of the secure zone, by day and region (termijnen)",
        .details = "With --at only those that hold on that day. Of several rows for the same, the "
                   "one that begins last holds, and of these the newest.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("kind", &Options::kind, "which term", {"soort"}),
             cli::option("region", &Options::region, "where", {"gewest"})},
            cli::options_of(&Options::page, cli::paging_options({"kind", "region", "from"}))),
        .examples = {{"dcadmin term list --region brussels --at 2020-11-01",
                      "what held when the zone had just opened"}},
        .fields = views::term_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
