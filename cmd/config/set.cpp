// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "config/commands.h"

#include <dcadmin/base/say.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> key;
    std::optional<std::string> value;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto key = cli::known_setting(*options.key);
    const auto profile = context.globals().profile.value_or("");
    const auto path = cli::config_path(context.environment());
    auto config = cli::ConfigFile::read(path);
    if (options.value) {
        config.set(profile, key, cli::checked_setting(key, *options.value));
    } else if (!config.unset(profile, key)) {
        context.note(say("unchanged: {} is not set there", key));
        return cli::Exit::ok;
    }
    config.write(path);
    return cli::Exit::ok;
}

}  // namespace

cli::Command config_set() {
    return cli::command<Options>({
        .summary = "keep a setting in the configuration (instelling bewaren)",
        .details = "With --profile the setting is that profile's, otherwise it holds for all. "
                   "Without a VALUE the setting is removed. Comments in the file are not kept.",
        .runs = cli::Runs::here,
        .options =
            {cli::option("key", &Options::key, "the setting")
                 .positional()
                 .value("KEY")
                 .choices(cli::setting_keys()),
             cli::option("value", &Options::value, "what it is to be").positional().value("VALUE")},
        .examples = {{"dcadmin config set output json", "results as JSON from now on"},
                     {"dcadmin config set org 0566.988.259 --profile work",
                      "the organisation of one profile"}},
        .run = run,
    });
}

}  // namespace dcadmin::commands
