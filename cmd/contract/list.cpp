// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "contract/commands.h"
#include "views/worker_view.h"

#include <dcadmin/secure_zone/contracts.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<AffiliationNumber> worker;
    std::optional<std::string> state;
    std::optional<Date> at;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const ContractFilter filter{.org = options.org,
                                .worker = options.worker,
                                .state = options.state.value_or(""),
                                .at = options.at,
                                .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::contract_view());
    const auto total = Contracts(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command contract_list() {
    return cli::command<Options>({
        .summary = "list the contracts of workers (contracten)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("worker", &Options::worker, "only of the worker with this login",
                         {"werknemer"}),
             cli::option("state", &Options::state, "only in this state", {"status"})
                 .choices({"active", "future", "ended"}),
             cli::option("at", &Options::at, "which day's states; today unless said")},
            cli::options_of(&Options::page, cli::paging_options({"name", "from", "until"}))),
        .examples = {{"dcadmin contract list --worker 980000000182", "what he has signed"}},
        .fields = views::contract_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
