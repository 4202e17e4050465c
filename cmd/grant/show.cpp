// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/grant_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<GrantId> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::grant_view(),
                       Rights(context.env()).get_grant(*options.id, context.at()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_show() {
    return cli::command<Options>({
        .summary = "show a grant (toekenning)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its public id").positional()},
        .examples = {{"dcadmin grant show g-12", "what is known of it"}},
        .fields = views::grant_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
