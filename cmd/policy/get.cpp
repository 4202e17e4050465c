// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "policy/commands.h"
#include "views/policy_view.h"

#include <dcadmin/policies.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> name;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::policy_view(), Policies(context.env()).get(*options.name));
    return cli::Exit::ok;
}

}  // namespace

cli::Command policy_get() {
    return cli::command<Options>({
        .summary = "show what a policy of the store says (beleidsregel)",
        .needs = cli::Needs::read,
        .options = {cli::option("name", &Options::name, "which policy")
                        .positional()
                        .value("POLICY")
                        .choices(policy_names())},
        .examples = {{"dcadmin policy get retention", "how long data of persons are kept"}},
        .fields = views::policy_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
