// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "service/page.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::commands {
namespace {

struct Options {
    ServicePage page;
    std::vector<std::string> status;
    bool at_risk = false;
};

cli::Words status_words() {
    cli::Words words;
    for (const ServiceState state : all_service_states) words.push_back(name_of(state));
    return words;
}

cli::Exit run(cli::Context& context, const Options& options) {
    ServiceFilter filter = filter_of(options.page);
    for (const std::string& word : options.status) {
        filter.states.push_back(parse_service_state(word));
    }
    if (options.at_risk) filter.selection = ServiceSelection::at_risk;
    list_services(context, std::move(filter));
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_list() {
    return cli::command<Options>({
        .summary = "list electronic services (elektronische prestaties)",
        .details = "By day. Those whose vouchers must be handed in soon have that day under risk; "
                   "with --at-risk these alone, the most urgent first. A store may have millions: "
                   "--limit cuts the list to a page, and --after names the service that the page "
                   "follows, which costs the same wherever it lies. No more than 10,000 are "
                   "counted.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("status", &Options::status, "only those that are so far; several by '|'",
                         {"status"})
                 .value("STATUS")
                 .choices(status_words()),
             cli::option("at-risk", &Options::at_risk,
                         "only those with vouchers that must be handed in soon")},
            cli::options_of(&Options::page, service_page_options())),
        .examples = {{"dcadmin service list --worker 980000000182 --status 'registered|disputed'",
                      "what waits for the company, of one worker"},
                     {"dcadmin service list --org 0566988259 --from 2026-11-01 --limit 50 "
                      "--after d-12",
                      "the next fifty of a month"},
                     {"dcadmin service list --org 0566988259 --at-risk", "hand these in first"}},
        .fields = views::service_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
