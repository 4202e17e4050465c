// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> text;
    std::optional<EnterpriseNumber> org;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const PersonFilter filter{.text = options.text.value_or(""),
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

cli::Command person_list() {
    return cli::command<Options>({
        .summary = "list persons (personen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text,
                         "only those with these words in the name, or whose number begins so"),
             cli::option("org", &Options::org,
                         "only persons with a working relation there, on the day of --at")},
            cli::options_of(&Options::page, cli::paging_options({"name", "id", "birth_date"}))),
        .examples = {{"dcadmin person list --org 0566.988.259 --sort birth_date",
                      "who works there"}},
        .fields = views::person_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
