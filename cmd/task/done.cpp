// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "task/commands.h"
#include "views/task_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TaskRef> id;
    std::optional<std::string> reason;
};

TaskAnswer request(const Options& options) {
    return {.task = *options.id, .until = {}, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::task_view(), Tasks(context.env()).done(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command task_done() {
    return cli::command<Options>({
        .summary = "say that a task was dealt with (taak afhandelen)",
        .details = "For tasks that are no requests. One that the dates decide stays away as long "
                   "as that end stays.",
        .needs = cli::Needs::write,
        .options =
            {cli::option("id", &Options::id, "its id, or what it is about", {"taak"}).positional(),
             cli::option("reason", &Options::reason, "what was done about it", {"reden"})},
        .examples = {{"dcadmin task done g-12 --reason 'may end'", "a right that need not go on"},
                     {"dcadmin task done --file done.csv", "many"}},
        .fields = views::task_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Tasks(env).done_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
