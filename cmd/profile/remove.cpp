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
    if (!config.remove_profile(*options.name)) {
        throw Error(Kind::not_found, say("no profile '{}'", *options.name),
                    "see: dcadmin profile list");
    }
    if (config.find("", "profile") == *options.name) config.unset("", "profile");
    config.write(path);
    return cli::Exit::ok;
}

}  // namespace

cli::Command profile_remove() {
    return cli::command<Options>({
        .summary = "remove a profile from the configuration (profiel verwijderen)",
        .details = "The database it names stays as it is.",
        .runs = cli::Runs::here,
        .options = {cli::option("name", &Options::name, "which one")
                        .positional()
                        .value("NAME")
                        .completes(cli::Complete::profile)},
        .examples = {{"dcadmin profile remove work", "forget its settings"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
