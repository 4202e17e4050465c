// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "task/commands.h"
#include "views/task_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TaskRef> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::task_view(), Tasks(context.env()).get(*options.id, context.at()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command task_show() {
    return cli::command<Options>({
        .summary = "show a task (taak)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its id, or what it is about").positional()},
        .examples = {{"dcadmin task show t-5", "a request"},
                     {"dcadmin task show g-12", "a grant about to end"}},
        .fields = views::task_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
