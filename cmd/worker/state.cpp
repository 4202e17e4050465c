// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<AffiliationNumber> login;
    std::optional<std::string> reason;
};

WorkerRef request(const Options& options) {
    return {.login = *options.login, .reason = options.reason.value_or("")};
}

std::vector<cli::OptionOf<Options>> options() {
    return {cli::option("login", &Options::login, "his login", {"toegangsnummer"}).positional(),
            cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

cli::Exit run_activate(cli::Context& context, const Options& options) {
    context.written(views::worker_view(), Workers(context.env()).activate(request(options)));
    return cli::Exit::ok;
}

cli::Exit run_deactivate(cli::Context& context, const Options& options) {
    context.written(views::worker_view(), Workers(context.env()).deactivate(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_activate() {
    return cli::command<Options>({
        .summary = "let a worker register services again (werknemer activeren)",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin worker activate 980000000182", "he is back"}},
        .fields = views::worker_view().texts(),
        .run = run_activate,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Workers(env).activate_rows(rows, how, sink); }),
    });
}

cli::Command worker_deactivate() {
    return cli::command<Options>({
        .summary = "let a worker register no more services (werknemer deactiveren)",
        .details = "His data stay, and so do his contracts.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin worker deactivate 980000000182 --reason 'left the company'",
                      "he left"}},
        .fields = views::worker_view().texts(),
        .run = run_deactivate,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Workers(env).deactivate_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
