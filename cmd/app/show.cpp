// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "cli/context.h"
#include "views/application_view.h"

#include <dcadmin/applications.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> app;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::application_view(), Applications(context.env()).get(*options.app));
    return cli::Exit::ok;
}

}  // namespace

cli::Command app_show() {
    return cli::command<Options>({
        .summary = "show an application (toepassing)",
        .needs = cli::Needs::read,
        .options = {cli::option("app", &Options::app, "its code")
                        .completes(cli::Complete::application)
                        .positional()
                        .value("CODE")},
        .examples = {{"dcadmin app show zone", "which right and which key it asks for"}},
        .fields = views::application_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
