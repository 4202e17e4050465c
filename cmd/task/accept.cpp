// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "task/commands.h"
#include "views/task_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TaskRef> id;
    std::optional<Date> until;
    std::optional<std::string> reason;
};

TaskAnswer request(const Options& options) {
    return {.task = *options.id, .until = options.until, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::task_view(), Tasks(context.env()).accept(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command task_accept() {
    return cli::command<Options>({
        .summary = "grant what a request asks for (aanvraag aanvaarden)",
        .details = "The grant or working relation is made by the same rules as when it is added by "
                   "hand; what they refuse leaves the request open. Who asked is told. An "
                   "administrator who accepts his own request is marked so in the log.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "the request", {"taak"}).positional(),
                    cli::option("until", &Options::until, "another last day than was asked for",
                                {"einddatum"}),
                    cli::option("reason", &Options::reason, "what the person is told", {"reden"})},
        .examples = {{"dcadmin --as p-1 task accept t-5", "as its administrator"},
                     {"dcadmin task accept --file answers.csv", "many"}},
        .fields = views::task_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Tasks(env).accept_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
