// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "org/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> number;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::organisation_view(),
                       Organisations(context.env()).get(*options.number));
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_show() {
    return cli::command<Options>({
        .summary = "show an organisation (organisatie)",
        .needs = cli::Needs::read,
        .options = {cli::option("number", &Options::number, "its enterprise number").positional()},
        .examples = {{"dcadmin org show 0566.988.259", "what is known of it"}},
        .fields = views::organisation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
