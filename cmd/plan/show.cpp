// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "cli/plan_show.h"
#include "plan/commands.h"
#include "views/plan_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
};

cli::Exit run(cli::Context& context, const Options& options) {
    cli::show_plan(context, options.file->text);
    return cli::Exit::ok;
}

}  // namespace

cli::Command plan_show() {
    return cli::command<Options>({
        .summary = "what a plan would do, row by row (plan tonen)",
        .details = "What the plan says of itself goes to standard error, its rows are a list.",
        .needs = cli::Needs::nothing,
        .runs = cli::Runs::here,
        .options = {cli::option("file", &Options::file, "the plan").positional()},
        .examples = {{"dcadmin plan show grants.plan", "to look it over"},
                     {"dcadmin plan show grants.plan -o csv > grants.csv", "for a spreadsheet"}},
        .fields = views::plan_row_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
