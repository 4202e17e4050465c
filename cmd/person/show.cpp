// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::person_view(), Persons(context.env()).get(*options.person));
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_show() {
    return cli::command<Options>({
        .summary = "show a person (persoon)",
        .needs = cli::Needs::read,
        .options = {cli::option("person", &Options::person, "who").positional()},
        .examples = {{"dcadmin person show p-12", "what is known of this person"}},
        .fields = views::person_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
