// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_tip_view.h"

#include <dcadmin/secure_zone/pickup_tips.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto tips = PickupTips(context.env()).of({.org = *options.org, .site = options.site});
    auto list = context.out().list(views::pickup_tip_view());
    for (const auto& tip : tips) list(tip);
    list.end();
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_tips() {
    return cli::command<Options>({
        .summary = "what to prepare for the carrier (tips voor de ophaling)",
        .details =
            "Reckoned from what is open. closed: he is asked for a day that is off. unasked: "
            "vouchers wait, and he is not asked to come. too-late: vouchers that can be handed in "
            "no "
            "more. undated: vouchers without the day of the service. slip: vouchers that are on no "
            "slip yet. bundle: vouchers that are one "
            "bundle, of one region and month, with a slip of its own. presence: who must be there "
            "when he comes. next: when he can come at the earliest, and until when to ask. "
            "day-off: holidays and closing days of the next 30 days.",
        .needs = cli::Needs::read,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "only at this site", {"vestiging"})},
        .examples = {{"dcadmin pickup tips --org 0566988259",
                      "what is to be done before he comes"}},
        .fields = views::pickup_tip_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
