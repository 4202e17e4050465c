// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/error.h>
#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<Region> region;
    std::vector<ServiceId> service;
    bool at_risk = false;
    bool draft = false;
    bool paper = false;
    std::optional<Month> month;
    std::optional<std::string> reason;
};

NewIssuance request(const Options& options) {
    if (options.paper != options.month.has_value()) {
        throw Error(Kind::usage, "paper is handed in by the month of its services",
                    "give both: --paper --month 2026-11", "month");
    }
    return {.org = *options.org,
            .region = *options.region,
            .services = options.service,
            .at_risk = options.at_risk,
            .draft = options.draft,
            .month = options.month,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::issuance_view(), Issuances(context.env()).create(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command issuance_create() {
    return cli::command<Options>({
        .summary = "hand vouchers in (afgifte aanmaken)",
        .details = "All vouchers that are allocated to services of the company in that region and "
                   "were not handed in, or those of the services that are named, or with --at-risk "
                   "those whose last day is near or comes before the next automatic issuance. A "
                   "voucher past its last day is never taken: dcadmin issuance expired shows it. "
                   "An issuance is received at once, unless it is a draft. With --paper and "
                   "--month it is a "
                   "slip for the paper vouchers of services of that month, which goes with the "
                   "carrier.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("region", &Options::region, "of which vouchers", {"gewest"}),
                    cli::option("service", &Options::service, "only of this service; repeatable",
                                {"prestatie"})
                        .completes(cli::Complete::service_to_issue),
                    cli::option("at-risk", &Options::at_risk, "only vouchers that risk to expire"),
                    cli::option("draft", &Options::draft, "look at it first; then issuance submit",
                                {"ontwerp"}),
                    cli::option("paper", &Options::paper, "paper vouchers, with --month",
                                {"papier"}),
                    cli::option("month", &Options::month, "of the services of paper vouchers",
                                {"maand"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin issuance create --org 0566988259 --region flanders",
                      "all that is allocated in Flanders"},
                     {"dcadmin issuance create --org 0566988259 --region brussels --at-risk",
                      "only what would expire"},
                     {"dcadmin issuance create --org 0566988259 --region flanders --paper --month "
                      "2026-11",
                      "a slip for the paper of November"}},
        .fields = views::issuance_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Issuances(env).create_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
