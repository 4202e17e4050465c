// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "policy/commands.h"
#include "views/policy_view.h"

#include <dcadmin/policies.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> name;
    cli::Required<std::string> value;
    std::optional<std::string> reason;
};

PolicyChange request(const Options& options) {
    return {.name = *options.name, .value = *options.value, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::policy_view(), Policies(context.env()).set(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command policy_set() {
    return cli::command<Options>({
        .summary = "decide what a policy of the store says (beleidsregel bepalen)",
        .details = "Policies bind everyone who works on the store; each change is recorded.",
        .needs = cli::Needs::write,
        .options = {cli::option("name", &Options::name, "which policy", {"naam"})
                        .positional()
                        .value("POLICY")
                        .choices(policy_names()),
                    cli::option("value", &Options::value, "what it is to say", {"waarde"})
                        .positional()
                        .value("VALUE"),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin policy set retention 12y --reason 'decision of the board'",
                      "keep data of persons for longer"}},
        .fields = views::policy_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Policies(env).set_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
