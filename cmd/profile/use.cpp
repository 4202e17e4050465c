// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "profile/commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> name;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto path = cli::config_path(context.environment());
    auto config = cli::ConfigFile::read(path);
    if (!config.profiles().contains(*options.name)) {
        throw Error(Kind::not_found, say("no profile '{}'", *options.name),
                    say("see: dcadmin profile add {}", *options.name));
    }
    config.set("", "profile", *options.name);
    config.write(path);
    return cli::Exit::ok;
}

}  // namespace

cli::Command profile_use() {
    return cli::command<Options>({
        .summary = "use a profile from now on (profiel kiezen)",
        .runs = cli::Runs::here,
        .options = {cli::option("name", &Options::name, "which one")
                        .positional()
                        .value("NAME")
                        .completes(cli::Complete::profile)},
        .examples = {{"dcadmin profile use work",
                      "its settings hold where no option says otherwise"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
