// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "right/commands.h"
#include "views/right_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<RightCode> code;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::right_view(), Rights(context.env()).get(*options.code));
    return cli::Exit::ok;
}

}  // namespace

cli::Command right_show() {
    return cli::command<Options>({
        .summary = "show a right of the catalogue (gebruikersrecht)",
        .needs = cli::Needs::read,
        .options = {cli::option("code", &Options::code, "its code").positional()},
        .examples = {{"dcadmin right show dienstencheques-erkende-onderneming",
                      "what is known of it"}},
        .fields = views::right_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
