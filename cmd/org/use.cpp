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
    const Organisation org = Organisations(context.env()).get(*options.number);
    context.keep_setting("org", org.number.digits());
    context.out().item(views::organisation_view(), org);
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_use() {
    return cli::command<Options>({
        .summary = "work for another organisation from now on (wissel van organisatie)",
        .details = "Keeps the organisation in the profile in use, or else in the configuration: "
                   "commands that need one take it when --org is not given.",
        .needs = cli::Needs::read,
        .runs = cli::Runs::here,
        .options = {cli::option("number", &Options::number, "its enterprise number").positional()},
        .examples = {{"dcadmin org use 0566.988.259",
                      "the same as config set org, but it must exist"}},
        .fields = views::organisation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
