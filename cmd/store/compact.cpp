// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    context.env().store.compact();
    context.out().item(views::store_view(), Store::status(context.settings().address()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_compact() {
    return cli::command<Options>({
        .summary = "write the database anew, without what was deleted (gegevensbank opschonen)",
        .details = "After persons were erased while others used the store, their data may still "
                   "stand in unused pages; this takes them out of a file, and frees them on a "
                   "server. It needs as much free space as the store is large.",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .severity = cli::Severity::none,
        .examples = {{"dcadmin store compact", "leave nothing in unused pages"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
