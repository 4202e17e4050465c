// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "org/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/designation.h>
#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> number;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto& env = context.env();
    views::OrganisationShown shown{Organisations(env).get(*options.number), {}, {}};
    if (const auto activation = Designation(env).activation(*options.number)) {
        shown.activated = activation->at;
    }
    const AdministratorFilter chiefs{.org = *options.number,
                                     .person = {},
                                     .role = AdministratorRole::chief,
                                     .domain = {},
                                     .state = OfficeState::active,
                                     .at = context.at(),
                                     .page = {}};
    Designation(env).list(chiefs, [&](const Administrator& chief) {
        shown.chief = chief.name;
        return true;
    });
    context.out().item(views::organisation_shown_view(), shown);
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_show() {
    return cli::command<Options>({
        .summary = "show an organisation (organisatie)",
        .needs = cli::Needs::read,
        .options = {cli::option("number", &Options::number, "its enterprise number").positional()},
        .examples = {{"dcadmin org show 0566.988.259", "what is known of it"}},
        .fields = views::organisation_shown_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
