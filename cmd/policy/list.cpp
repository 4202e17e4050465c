// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "policy/commands.h"
#include "views/policy_view.h"

#include <dcadmin/policies.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    const auto policies = Policies(context.env()).list();
    auto list = context.out().list(views::policy_view());
    for (const Policy& policy : policies) list(policy);
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command policy_list() {
    return cli::command<Options>({
        .summary = "list the policies of the store (beleidsregels)",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin policy list", "what binds everyone here"}},
        .fields = views::policy_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
