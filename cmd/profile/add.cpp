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
    if (config.profiles().contains(*options.name)) {
        throw Error(Kind::conflict, say("the profile '{}' is there already", *options.name),
                    say("see: dcadmin config set KEY VALUE --profile {}", *options.name));
    }
    config.add_profile(*options.name);
    const auto& globals = context.globals();
    if (globals.store) {
        config.set(*options.name, "store", cli::checked_setting("store", globals.store->text));
    }
    if (globals.org) config.set(*options.name, "org", globals.org->digits());
    if (globals.output) {
        config.set(*options.name, "output", cli::ArgType<output::Format>::shown(*globals.output));
    }
    config.write(path);
    return cli::Exit::ok;
}

}  // namespace

cli::Command profile_add() {
    return cli::command<Options>({
        .summary = "add a profile: a named set of settings (profiel toevoegen)",
        .details = "The options --store, --org and --output of the same line become its settings.",
        .runs = cli::Runs::here,
        .options =
            {cli::option("name", &Options::name, "what to call it").positional().value("NAME")},
        .examples = {{"dcadmin profile add work --store sqlite:/srv/dcadmin/work.db",
                      "a profile with a database of its own"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
