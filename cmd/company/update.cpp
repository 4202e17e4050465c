// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "company/commands.h"
#include "views/company_view.h"

#include <dcadmin/secure_zone/company.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<AccreditationNumber> accreditation;
    std::vector<Activity> activity;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> reason;
};

CompanyUpdate request(const Options& options) {
    CompanyUpdate update{.org = *options.org,
                         .number = *options.accreditation,
                         .activities = {},
                         .from = options.from,
                         .until = options.until,
                         .reason = options.reason.value_or("")};
    if (!options.activity.empty()) update.activities = options.activity;
    return update;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::accreditation_view(), Companies(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command company_update() {
    return cli::command<Options>({
        .summary = "set a company's accreditation in a region (erkenning bijwerken)",
        .details = "A company has one accreditation per region; the letter of its number tells "
                   "which. What is not said stays as it is; a new one is for household help, from "
                   "today on, without end. To end it, give --until. By an operator.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("accreditation", &Options::accreditation,
                                "its number, such as V12345", {"erkenningsnummer", "erkenning"}),
                    cli::option("activity", &Options::activity, "what it is accredited for",
                                {"activiteit"}),
                    cli::option("from", &Options::from, "first day", {"begindatum"}),
                    cli::option("until", &Options::until, "last day", {"einddatum"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin company update --org 0566988259 --accreditation V12345 --activity "
                      "'household|ironing' --from 2020-01-01 --reason 'decision of the region'",
                      "in Flanders, for two activities"},
                     {"dcadmin company update --org 0566988259 --accreditation V12345 --until "
                      "2026-12-31",
                      "its last day there"}},
        .fields = views::accreditation_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Companies(env).update_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
