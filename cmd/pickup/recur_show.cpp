// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_series_view.h"

#include <dcadmin/secure_zone/pickup_series.h>

#include <functional>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<Date> until;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto& env = context.env();
    auto list = context.out().list(views::pickup_occurrence_view());
    const auto total = RecurringPickups(env).occurrences({.org = options.org,
                                                          .site = options.site,
                                                          .region = options.region,
                                                          .until = options.until},
                                                         std::ref(list));
    list.end(total);
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_recur_show() {
    return cli::command<Options>({
        .summary = "show when recurring pickups come (terugkerende ophalingen)",
        .details = "The days of the next three months, each with what becomes of it: kept, moved "
                   "or skipped because of a holiday or closing day, or taken out.",
        .needs = cli::Needs::read,
        .options = {cli::option("org", &Options::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "only at this site", {"vestiging"}),
                    cli::option("region", &Options::region, "only of vouchers of this region",
                                {"gewest"}),
                    cli::option("until", &Options::until, "until this day", {"einddatum"})},
        .examples = {{"dcadmin pickup recur show --org 0566988259 --until 2026-12-31",
                      "when he comes, and which holidays are in the way"}},
        .fields = views::pickup_occurrence_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
