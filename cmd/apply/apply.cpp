// SPDX-License-Identifier: Apache-2.0
#include "apply/commands.h"
#include "cli/context.h"
#include "cli/plan_run.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
    bool skip_stale = false;
    bool dry_run = false;
    std::optional<bulk::Notify> notify;
    std::optional<cli::MaxRevoke> max_revoke;
    std::optional<std::uint64_t> yes_revoke;
    std::optional<cli::FilePath> outcome;
};

cli::Exit run(cli::Context& context, const Options& options) {
    return cli::apply_plan(context, {.plan = *options.file,
                                     .skip_stale = options.skip_stale,
                                     .dry_run = options.dry_run,
                                     .notify = options.notify,
                                     .max_revoke = options.max_revoke,
                                     .yes_revoke = options.yes_revoke,
                                     .outcome = options.outcome});
}

}  // namespace

cli::Command apply() {
    return cli::command<Options>({
        .summary = "do what a plan says, as far as it still holds (plan uitvoeren)",
        .details = "All rows in one transaction. A row that would now do something else than the "
                   "plan says, or that is refused, is stale: it is named with what has changed, "
                   "nothing at all is changed, and the exit code is 7. With --skip-stale the rows "
                   "that hold are done, and the exit code is 3. What is so already stays "
                   "unchanged, so applying a plan twice changes nothing.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("file", &Options::file, "the plan").positional(),
                    cli::option("skip-stale", &Options::skip_stale,
                                "go on without the rows that do not hold"),
                    cli::option("dry-run", &Options::dry_run, "only say which rows hold"),
                    cli::option("notify", &Options::notify,
                                "each, person or none; otherwise as the plan says"),
                    cli::option("max-revoke", &Options::max_revoke,
                                "stop when more grants would end than this; otherwise as the plan "
                                "says"),
                    cli::option("yes-revoke", &Options::yes_revoke,
                                "end exactly this many grants, whatever the limit"),
                    cli::option("outcome", &Options::outcome,
                                "where to write what became of each row, as JSON lines")},
        .examples = {{"dcadmin apply grants.plan", "what was planned and looked at"},
                     {"dcadmin apply grants.plan --skip-stale", "the rows that still hold"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
