// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "config/commands.h"
#include "views/setting_view.h"

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    auto list = context.out().list(views::setting_view());
    for (const auto& setting : context.settings().all()) {
        list({setting.key, setting.value, setting.source});
    }
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command config_list() {
    return cli::command<Options>({
        .summary = "list the settings that hold now, and where each comes from (instellingen)",
        .runs = cli::Runs::here,
        .examples = {{"dcadmin config list", "what holds here and now"}},
        .fields = views::setting_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
