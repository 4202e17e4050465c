// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "cli/plan_run.h"
#include "plan/commands.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
};

cli::Exit run(cli::Context& context, const Options& options) {
    cli::ApplyLine line;
    line.plan = *options.file;
    line.dry_run = true;
    return cli::apply_plan(context, line);
}

}  // namespace

cli::Command plan_check() {
    return cli::command<Options>({
        .summary = "which rows of a plan still hold (plan nakijken)",
        .details = "As 'dcadmin apply' with --dry-run: each row that does not hold is named with "
                   "what has changed, and the exit code is 7; it is 0 when all hold.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("file", &Options::file, "the plan").positional()},
        .examples = {{"dcadmin plan check grants.plan", "before it is applied"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
