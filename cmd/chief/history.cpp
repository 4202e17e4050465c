// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const AdministratorFilter filter{.org = *options.org,
                                     .person = {},
                                     .role = AdministratorRole::chief,
                                     .domain = {},
                                     .state = {},
                                     .at = context.at(),
                                     .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::administrator_view());
    const auto total = Designation(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_history() {
    return cli::command<Options>({
        .summary = "list all chiefs there ever were (hoofdtoegangsbeheerders)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "of which organisation")},
            cli::options_of(&Options::page, cli::paging_options({"id", "from", "until"}))),
        .examples = {{"dcadmin chief history --org 0566.988.259 --fields "
                      "name,from,ended_at,procedure,appointed_by,reason",
                      "who, until when, and by whom"}},
        .fields = views::administrator_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
