// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_view.h"

#include <dcadmin/secure_zone/pickups.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<std::string> state;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const PickupFilter filter{.org = options.org,
                              .site = options.site,
                              .region = options.region,
                              .state = options.state.value_or("coming"),
                              .from = options.from,
                              .until = options.until,
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::pickup_view());
    const auto total = Pickups(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_list() {
    return cli::command<Options>({
        .summary = "list pickups of paper vouchers (ophalingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("site", &Options::site, "only at this site", {"vestiging"}),
             cli::option("region", &Options::region, "only of vouchers of this region", {"gewest"}),
             cli::option("state", &Options::state, "coming ones unless said otherwise", {"status"})
                 .choices({"coming", "past", "cancelled", "postponed", "all"}),
             cli::option("from", &Options::from, "from this day on", {"begindatum"}),
             cli::option("until", &Options::until, "until this day", {"einddatum"})},
            cli::options_of(&Options::page, cli::paging_options({"day", "org", "site"}))),
        .examples = {{"dcadmin pickup list --org 0566988259", "when the carrier comes"}},
        .fields = views::pickup_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
