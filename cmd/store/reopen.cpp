// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/policy_view.h"

#include <dcadmin/policies.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> reason;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::policy_view(), Policies(context.env()).reopen(*options.reason));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_reopen() {
    return cli::command<Options>({
        .summary = "let a store be used without signing in again (gegevensbank weer openen)",
        .details = "For when no operator can sign in any more: it sets the policy sign_in to "
                   "optional. In a file whoever may write it may do this, on a server the role "
                   "that owns the store. It stands in the log, with the account of the operating "
                   "system. Give an operator a key, and set the policy again.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::grave,
        .options = {cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin store reopen --reason 'the last card was lost'",
                      "then: key activate, staff add, policy set sign_in required"}},
        .fields = views::policy_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
