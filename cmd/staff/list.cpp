// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "staff/commands.h"
#include "views/staff_view.h"

#include <dcadmin/staff.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    std::optional<std::string> role;
    std::optional<std::string> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    StaffFilter filter{.person = options.person,
                       .role = {},
                       .state = options.state.value_or(""),
                       .page = cli::page_of(options.page)};
    if (options.role) filter.role = parse_staff_role(*options.role);
    const auto& env = context.env();
    auto list = context.out().list(views::staff_view());
    const auto total = Staff(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command staff_list() {
    return cli::command<Options>({
        .summary = "list who works for the issuer (medewerkers van de uitgever)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("person", &Options::person, "only this person"),
             cli::option("role", &Options::role, "only this role: operator or auditor", {"rol"}),
             cli::option("state", &Options::state, "only this state: active, future or ended",
                         {"toestand"})},
            cli::options_of(&Options::page, cli::paging_options({"id", "name"}))),
        .examples = {{"dcadmin staff list --role operator --state active", "who keeps the store"}},
        .fields = views::staff_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
