// SPDX-License-Identifier: Apache-2.0
#include "audit/commands.h"
#include "cli/context.h"
#include "views/audit_view.h"

#include <dcadmin/audit.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    const auto heads = Audit(context.env()).checkpoint();
    auto list = context.out().list(views::head_view());
    for (const auto& head : heads) list(head);
    list.end(heads.size());
    return cli::Exit::ok;
}

}  // namespace

cli::Command audit_checkpoint() {
    return cli::command<Options>({
        .summary = "write the heads of all chains, to be kept elsewhere (controlepunt)",
        .details =
            "As CSV, unless --output says otherwise. Kept where nobody who can write the store "
            "can write too, it lets audit verify --since find a log that was cut off.",
        .needs = cli::Needs::read,
        .format = output::Format::csv,
        .examples = {{"dcadmin audit checkpoint > checkpoint.csv", "how far the log goes today"}},
        .fields = views::head_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
