// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "relation/commands.h"
#include "views/relation_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<RelationId> id;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::relation_view(),
                       Persons(context.env()).get_relation(*options.id, context.at()));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_show() {
    return cli::command<Options>({
        .summary = "show a working relation (werkrelatie)",
        .needs = cli::Needs::read,
        .options = {cli::option("id", &Options::id, "its public id").positional()},
        .examples = {{"dcadmin relation show r-3", "what is known of it"}},
        .fields = views::relation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
