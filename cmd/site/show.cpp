// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "site/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<SiteNumber> number;
    std::optional<EnterpriseNumber> org;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::site_view(),
                       Organisations(context.env()).get_site(*options.number, options.org));
    return cli::Exit::ok;
}

}  // namespace

cli::Command site_show() {
    return cli::command<Options>({
        .summary = "show a site (vestiging)",
        .needs = cli::Needs::read,
        .options = {cli::option("number", &Options::number, "its number").positional(),
                    cli::option("org", &Options::org,
                                "of which organisation, when several have that number")},
        .examples = {{"dcadmin site show 980000611888", "what is known of it"}},
        .fields = views::site_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
