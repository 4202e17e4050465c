// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "store/commands.h"
#include "views/store_view.h"

#include <dcadmin/store.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> app_role;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto address = context.settings().address();
    const auto applied = Store::migrate(address, context.clock());
    if (options.app_role) Store::open(address, StoreAccess::write).allow_role(*options.app_role);
    auto list = context.out().list(views::migration_view());
    for (const auto& name : applied) list({name});
    list.end(applied.size());
    return cli::Exit::ok;
}

}  // namespace

cli::Command store_migrate() {
    return cli::command<Options>({
        .summary = "bring a database of an older version up to date (gegevensbank bijwerken)",
        .details = "Each step is done whole or not at all. Make a backup first.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .options = {cli::option("app-role", &Options::app_role,
                                "on a server: the role to be given its rights again, with those on "
                                "new tables")
                        .value("NAME")},
        .examples = {{"dcadmin store backup before.db && dcadmin store migrate",
                      "after a new version of the program"}},
        .fields = views::migration_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
