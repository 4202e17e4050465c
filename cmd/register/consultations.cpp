// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "register/commands.h"
#include "views/register_view.h"

#include <dcadmin/registers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const ConsultationFilter filter{.person = *options.person, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::consultation_view());
    const auto total = Registers(env).consultations(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command register_consultations() {
    return cli::command<Options>({
        .summary = "list who looked at a person in a register, when and why (raadplegingen)",
        .details = "Also looks that found nothing, and those of commands that were refused.",
        .needs = cli::Needs::read,
        .options =
            cli::with<Options>({cli::option("person", &Options::person, "who was looked at")},
                               cli::options_of(&Options::page, cli::paging_options({"at"}))),
        .examples = {{"dcadmin register consultations --person 85.07.30-033.28",
                      "every look at this person"}},
        .fields = views::consultation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
