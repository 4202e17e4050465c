// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "subsidiary/commands.h"
#include "views/subsidiary_view.h"

#include <dcadmin/secure_zone/subsidiaries.h>

#include <functional>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const SubsidiaryFilter filter{.org = options.org, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::subsidiary_view());
    const auto total = Subsidiaries(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command subsidiary_list() {
    return cli::command<Options>({
        .summary = "list the subsidiaries of a company (dochterondernemingen)",
        .details = "Each with what depends on it: active workers, services that are not paid or "
                   "cancelled, issuances that are not paid, coming pickups.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "of this parent",
                         {"organisatie", "ondernemingsnummer"})},
            cli::options_of(&Options::page, cli::paging_options({"name", "number"}))),
        .examples = {{"dcadmin subsidiary list --org 0777999980", "which there are"}},
        .fields = views::subsidiary_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
