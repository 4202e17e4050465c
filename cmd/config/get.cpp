// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "config/commands.h"
#include "views/setting_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> key;
};

cli::Exit run(cli::Context& context, const Options& options) {
    static_cast<void>(cli::known_setting(*options.key));
    const auto setting = context.settings().found(*options.key);
    if (!setting) throw Error(Kind::not_found, say("{} is not set", *options.key));
    if (context.out().style().format == output::Format::table) {
        context.out().text(setting->value + "\n");
    } else {
        context.out().item(views::setting_view(), {setting->key, setting->value, setting->source});
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command config_get() {
    return cli::command<Options>({
        .summary = "print one setting as it holds now (instelling)",
        .runs = cli::Runs::here,
        .options = {cli::option("key", &Options::key, "the setting")
                        .positional()
                        .value("KEY")
                        .choices(cli::setting_keys())},
        .examples = {{"dcadmin config get store", "which database is used"}},
        .fields = views::setting_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
