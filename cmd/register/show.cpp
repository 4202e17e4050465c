// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "register/commands.h"
#include "views/register_view.h"

#include <dcadmin/registers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> number;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::register_entry_view(),
                       Registers(context.env()).show(*options.number));
    return cli::Exit::ok;
}

}  // namespace

cli::Command register_show() {
    return cli::command<Options>({
        .summary = "show what the registers say of a number (opzoeken in de registers)",
        .details = "Names and descriptions are in the language of the setting language where the "
                   "register has them. Looking at a person is logged, so the database must be one "
                   "that can be written.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .options = {cli::option("number", &Options::number,
                                "of an enterprise, an establishment or a person, or a person's id")
                        .positional()
                        .value("NUMBER")},
        .examples = {{"dcadmin register show 0566.988.259", "an enterprise"},
                     {"dcadmin register show 2.147.812.701", "an establishment"},
                     {"dcadmin register show 85.07.30-033.28 --reveal",
                      "a person, number and all"}},
        .fields = views::register_entry_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
