// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> text;
    std::optional<EnterpriseNumber> org;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const PersonFilter filter{.text = *options.text,
                              .org = options.org,
                              .at = context.at(),
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::person_view());
    const auto total = Persons(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_find() {
    return cli::command<Options>({
        .summary = "find persons by name or number (personen opzoeken)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text,
                         "words of the name, in any case or accent, or the beginning of the number")
                 .positional(),
             cli::option("org", &Options::org,
                         "only persons with a working relation there, on the day of --at")},
            cli::options_of(&Options::page, cli::paging_options({"name", "id", "birth_date"}))),
        .examples = {{"dcadmin person find maes", "whose name has maes in it"},
                     {"dcadmin person find 85.07.30", "born that day"}},
        .fields = views::person_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
