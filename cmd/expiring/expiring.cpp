// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "expiring/commands.h"
#include "views/expiring_view.h"

#include <dcadmin/tasks.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<Term> within;
    std::optional<EnterpriseNumber> org;
    bool exit_code = false;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    ExpiringFilter filter;
    filter.org = options.org;
    filter.within = options.within.value_or(filter.within);
    filter.at = context.at();
    filter.page = cli::page_of(options.page);
    const auto& env = context.env();
    auto list = context.out().list(views::expiring_view());
    const auto total = Tasks(env).expiring(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return options.exit_code && total > 0 ? cli::Exit::found : cli::Exit::ok;
}

}  // namespace

cli::Command expiring() {
    return cli::command<Options>({
        .summary = "list what ends soon, and chiefs that nobody stands in for (vervaldagen)",
        .details = "Rights, working relations, offices of administrators, accreditations and "
                   "service accounts whose last day lies within the term, from the day of --at on, "
                   "unless something of the same begins "
                   "in time; and chief access administrators without a co-chief.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("within", &Options::within, "how soon; 30 days unless said"),
             cli::option("org", &Options::org, "only for this organisation"),
             cli::option("exit-code", &Options::exit_code, "end with 10 when there is something")},
            cli::options_of(&Options::page, cli::paging_options({"until", "org", "kind"}))),
        .examples = {{"dcadmin expiring --within 60d", "what ends in the next two months"},
                     {"dcadmin expiring --within 7d --exit-code --quiet", "for a timer"}},
        .fields = views::expiring_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
