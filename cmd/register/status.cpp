// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "register/commands.h"
#include "views/register_view.h"

#include <dcadmin/registers.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    const auto all = Registers(context.env()).status();
    auto list = context.out().list(views::register_status_view());
    for (const auto& status : all) list(status);
    list.end(all.size());
    return cli::Exit::ok;
}

}  // namespace

cli::Command register_status() {
    return cli::command<Options>({
        .summary = "show which registers were imported, and when (stand van de registers)",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin register status", "how old they are, and what they hold"}},
        .fields = views::register_status_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
