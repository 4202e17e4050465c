// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "domain/commands.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> text;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const DomainFilter filter{
        .text = options.text.value_or(""), .at = context.at(), .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::domain_view());
    const auto total = Domains(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command domain_list() {
    return cli::command<Options>({
        .summary = "list domains (domeinen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text, "only those with this in the code")},
            cli::options_of(&Options::page, cli::paging_options({"code", "from"}))),
        .examples = {{"dcadmin domain list", "all domains"},
                     {"dcadmin domain list --at 31/12/2026", "those valid on that day"}},
        .fields = views::domain_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
