// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "version/commands.h"
#include "views/version_view.h"

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    if (context.out().style().format == output::Format::table) {
        context.out().text("dcadmin " DCADMIN_VERSION "\n");
    } else {
        context.out().item(views::version_view(), {"dcadmin", DCADMIN_VERSION});
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command version() {
    return cli::command<Options>({
        .summary = "print the program's version (versie)",
        .runs = cli::Runs::here,
        .examples = {{"dcadmin version", "which dcadmin this is"}},
        .fields = views::version_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
