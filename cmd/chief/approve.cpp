// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ChiefRequestId> id;
    std::optional<std::string> reason;
};

ChiefAnswer request(const Options& options) {
    return {.id = *options.id, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::chief_request_view(),
                    Designation(context.env()).approve(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_approve() {
    return cli::command<Options>({
        .summary = "approve a request for a chief (aanvraag goedkeuren)",
        .details = "By the local operator, without --as. The person becomes chief at once, as by "
                   "the standard procedure.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "the request").positional(),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin chief approve q-3 --reason 'card seen'", "the person is chief now"}},
        .fields = views::chief_request_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).approve_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
