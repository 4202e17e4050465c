// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "org/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/designation.h>
#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<std::string> text;
    std::optional<EnterpriseNumber> parent;
    bool without_chief = false;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const OrganisationFilter filter{.text = options.text.value_or(""),
                                    .parent = options.parent,
                                    .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::organisation_view());
    const auto total = options.without_chief ? Designation(env).list_without_chief(
                                                   filter, context.at(), std::ref(list))
                                             : Organisations(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_list() {
    return cli::command<Options>({
        .summary = "list organisations (organisaties)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("text", &Options::text,
                         "only those with this in the name, or whose number begins so"),
             cli::option("parent", &Options::parent, "only daughters of this organisation"),
             cli::option("without-chief", &Options::without_chief,
                         "only those that have no chief access administrator on the day of "
                         "--at")},
            cli::options_of(&Options::page, cli::paging_options({"name", "number"}))),
        .examples = {{"dcadmin org list --text poets", "those with poets in the name"},
                     {"dcadmin org list --without-chief", "who has nobody in charge"}},
        .fields = views::organisation_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
