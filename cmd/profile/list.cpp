// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "profile/commands.h"
#include "views/setting_view.h"

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    const auto& settings = context.settings();
    const auto& config = settings.config();
    auto list = context.out().list(views::profile_view());
    for (const auto& [name, table] : config.profiles()) {
        list({name, name == settings.profile(), config.find(name, "store").value_or(""),
              config.find(name, "org").value_or("")});
    }
    list.end(config.profiles().size());
    return cli::Exit::ok;
}

}  // namespace

cli::Command profile_list() {
    return cli::command<Options>({
        .summary = "list the profiles of the configuration (profielen)",
        .runs = cli::Runs::here,
        .examples = {{"dcadmin profile list", "which sets of settings there are"}},
        .fields = views::profile_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
