// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/orphan_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const OrphanFilter filter{
        .org = options.org, .at = context.at(), .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::orphan_view());
    const auto total = Rights(env).list_orphans(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_orphans() {
    return cli::command<Options>({
        .summary = "list grants that nobody answers for (toekenningen zonder beheerder)",
        .details = "Grants that give access on the day of --at although their working relation "
                   "does not run then (which ending a relation prevents, so there should be none), "
                   "or although nobody administers their organisation.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only for this organisation")},
            cli::options_of(&Options::page, cli::paging_options({"id", "org", "until"}))),
        .examples = {{"dcadmin grant orphans --sort org", "all, by organisation"}},
        .fields = views::orphan_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
