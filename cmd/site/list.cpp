// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "site/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<std::string> text;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const SiteFilter filter{
        .org = options.org, .text = options.text.value_or(""), .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::site_view());
    const auto total = Organisations(env).list_sites(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command site_list() {
    return cli::command<Options>({
        .summary = "list sites (vestigingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only those of this organisation"),
             cli::option("text", &Options::text,
                         "only those with this in the name, or whose number begins so")},
            cli::options_of(&Options::page, cli::paging_options({"name", "number", "org"}))),
        .examples = {{"dcadmin site list --org 0566.988.259", "the sites of one organisation"}},
        .fields = views::site_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
