// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::string state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const ChiefRequestFilter filter{
        .org = options.org, .state = options.state, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::chief_request_view());
    const auto total = Designation(env).list_requests(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_requests() {
    return cli::command<Options>({
        .summary = "list requests for a chief (aanvragen)",
        .needs = cli::Needs::read,
        .options =
            cli::with<Options>({cli::option("org", &Options::org, "only of this organisation"),
                                cli::option("state", &Options::state, "only those")
                                    .value("STATE")
                                    .choices({"waiting", "approved", "refused"})},
                               cli::options_of(&Options::page, cli::paging_options({"id", "org"}))),
        .examples = {{"dcadmin chief requests --state waiting", "what waits for an operator"}},
        .fields = views::chief_request_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
