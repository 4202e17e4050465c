// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "cli/plan_invert.h"
#include "plan/commands.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<cli::FilePath> file;
    std::optional<cli::FilePath> plan;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto& from = options.file->text;
    return cli::invert_plan(context, from,
                            options.plan ? options.plan->text : cli::undo_path(from));
}

}  // namespace

cli::Command plan_invert() {
    return cli::command<Options>({
        .summary = "make the plan that takes an applied plan back (plan omkeren)",
        .details = "The new plan is made against the store as it is now, and is applied as any "
                   "other. It restores who has access and until when, and what is known of persons "
                   "and rights; nothing is deleted, so the records tell of both changes. What "
                   "cannot be taken back, such as an organisation that was added, is named, and "
                   "the exit code is 3. A plan keeps the old values of persons to be able to put "
                   "them back, which is why its mode is 0600.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .options = {cli::option("file", &Options::file, "the plan that was applied").positional(),
                    cli::option("plan", &Options::plan,
                                "where to write the new one; grants.plan becomes grants.undo.plan "
                                "unless said")},
        .examples = {{"dcadmin plan invert grants.plan", "then: dcadmin apply grants.undo.plan"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
