// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<AffiliationNumber> login;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::worker_view(), Workers(context.env()).get(*options.login));
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_show() {
    return cli::command<Options>({
        .summary = "show a worker (werknemer)",
        .details = "Never with the password, which nobody but the worker knows.",
        .needs = cli::Needs::read,
        .options = {cli::option("login", &Options::login, "his login").positional()},
        .examples = {{"dcadmin worker show 980000000182", "whom that login belongs to"}},
        .fields = views::worker_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
