// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    const auto problems = context.env().store.check(context.clock());
    auto list = context.out().list(views::check_view());
    for (const auto& problem : problems) list(problem);
    list.end(problems.size());
    return problems.empty() ? cli::Exit::ok : cli::Exit::integrity;
}

}  // namespace

cli::Command store_check() {
    return cli::command<Options>({
        .summary = "look for damage and broken rules in the database (gegevensbank nazien)",
        .details = "Ends with 9 when something is found.",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin store check", "nothing found is an empty list"}},
        .fields = views::check_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
