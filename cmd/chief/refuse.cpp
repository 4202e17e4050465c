// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ChiefRequestId> id;
    cli::Required<std::string> reason;
};

ChiefAnswer request(const Options& options) {
    return {.id = *options.id, .reason = *options.reason};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::chief_request_view(),
                    Designation(context.env()).refuse(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_refuse() {
    return cli::command<Options>({
        .summary = "refuse a request for a chief (aanvraag weigeren)",
        .details = "By the local operator, without --as. The person, and who asked, are told why.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "the request").positional(),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin chief refuse q-3 --reason 'the letter is not signed'",
                      "the person stays what he was"}},
        .fields = views::chief_request_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).refuse_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
