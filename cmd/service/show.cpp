// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<ServiceId> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::service_card_view(), Services(context.env()).show(*options.id));
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_show() {
    return cli::command<Options>({
        .summary = "show a service with its comments and history (prestatie)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its public id").positional()},
        .examples = {{"dcadmin service show d-12", "all that is known of it"}},
        .fields = views::service_card_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
