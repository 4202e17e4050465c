// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::administrator_view(),
                       Designation(context.env()).chief(*options.org, context.at()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_show() {
    return cli::command<Options>({
        .summary = "show the chief access administrator (hoofdtoegangsbeheerder)",
        .needs = cli::Needs::read,
        .options = {cli::option("org", &Options::org, "of which organisation")},
        .examples = {{"dcadmin chief show --org 0566.988.259", "who it is today"},
                     {"dcadmin chief show --org 0566.988.259 --at 31/12/2025",
                      "who it was on that day"}},
        .fields = views::administrator_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
