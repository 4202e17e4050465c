// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    context.out().item(views::store_view(), Store::status(context.settings().address()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_status() {
    return cli::command<Options>({
        .summary = "show what the database is and holds (gegevensbank)",
        .details = "Also for a database of an older or newer version of the program.",
        .needs = cli::Needs::read,
        .examples = {{"dcadmin store status", "the database in use"}},
        .fields = views::store_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
