// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_series_view.h"

#include <dcadmin/secure_zone/pickup_series.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<SiteNumber> site;
    cli::Required<Region> region;
    std::optional<std::string> reason;
};

PickupSeriesEnd request(const Options& options) {
    return {.org = *options.org,
            .site = *options.site,
            .region = *options.region,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::pickup_series_view(),
                    RecurringPickups(context.env()).off(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_recur_off() {
    return cli::command<Options>({
        .summary = "end recurring pickups (terugkerende ophalingen stopzetten)",
        .details = "The coming pickups that they asked for are taken back too.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "where", {"vestiging"}),
                    cli::option("region", &Options::region, "of which vouchers", {"gewest"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin pickup recur off --org 0566988259 --site 2147812701 --region "
                      "flanders --reason 'all are electronic now'",
                      "nobody needs to come any more"}},
        .fields = views::pickup_series_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return RecurringPickups(env).off_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
