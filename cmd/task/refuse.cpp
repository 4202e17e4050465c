// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "task/commands.h"
#include "views/task_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TaskRef> id;
    cli::Required<std::string> reason;
};

TaskAnswer request(const Options& options) {
    return {.task = *options.id, .until = {}, .reason = *options.reason};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::task_view(), Tasks(context.env()).refuse(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command task_refuse() {
    return cli::command<Options>({
        .summary = "refuse what a request asks for (aanvraag weigeren)",
        .details = "Who asked is told, with the reason.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "the request", {"taak"}).positional(),
                    cli::option("reason", &Options::reason, "why; the person is told", {"reden"})},
        .examples = {{"dcadmin --as p-1 task refuse t-5 --reason 'not your desk'",
                      "with the reason that the person reads"},
                     {"dcadmin task refuse --file answers.csv", "many"}},
        .fields = views::task_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Tasks(env).refuse_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
