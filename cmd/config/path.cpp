// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "config/commands.h"

namespace dcadmin::commands {
namespace {

struct Options {};

cli::Exit run(cli::Context& context, const Options&) {
    context.streams().out.write(cli::config_path(context.environment()) + "\n");
    return cli::Exit::ok;
}

}  // namespace

cli::Command config_path() {
    return cli::command<Options>({
        .summary = "print where the configuration is kept (instellingenbestand)",
        .runs = cli::Runs::here,
        .examples = {{"dcadmin config path", "the file, whether it exists or not"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
