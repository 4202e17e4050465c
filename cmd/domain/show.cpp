// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "domain/commands.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<DomainCode> code;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(views::domain_view(), Domains(context.env()).get(*options.code));
    return cli::Exit::ok;
}

}  // namespace

cli::Command domain_show() {
    return cli::command<Options>({
        .summary = "show a domain (domein)",
        .needs = cli::Needs::read,
        .options = {cli::option("code", &Options::code, "its code").positional()},
        .examples = {{"dcadmin domain show sociale-zekerheid", "its names and source"}},
        .fields = views::domain_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
