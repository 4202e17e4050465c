// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuance_schedules.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<Month> period;
    bool catch_up = false;
    bool summary = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const RunSummary done =
        IssuanceSchedules(context.env())
            .run({.org = options.org, .period = options.period, .catch_up = options.catch_up});
    if (options.summary) {
        auto list = context.out().list(views::issuance_run_view());
        list(done);
        list.end();
    }
    cli::Exit exit = cli::Exit::ok;
    for (const Error& problem : done.problems) {
        context.warn(problem.message() + "; " + problem.hint());
        exit = cli::graver(exit,
                           problem.kind() == Kind::busy ? cli::Exit::busy : cli::Exit::rows_left);
    }
    return exit;
}

struct StatusOptions {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<Date> from;
    std::optional<Date> until;
    bool missing = false;
    bool exit_code = false;
};

cli::Exit run_status(cli::Context& context, const StatusOptions& options) {
    const auto& env = context.env();
    std::uint64_t missing = 0;
    auto list = context.out().list(views::period_view());
    const auto total = IssuanceSchedules(env).status({.org = options.org,
                                                      .region = options.region,
                                                      .from = options.from,
                                                      .until = options.until,
                                                      .missing = options.missing},
                                                     [&](const PeriodStatus& one) {
                                                         if (!one.issuance) ++missing;
                                                         return list(one);
                                                     });
    list.end(total);
    return options.exit_code && missing > 0 ? cli::Exit::found : cli::Exit::ok;
}

}  // namespace

cli::Command issuance_run() {
    return cli::command<Options>({
        .summary = "make the automatic issuances that are due (automatische afgifte uitvoeren)",
        .details =
            "For a timer or cron. Each period has one issuance, however late or often this runs; "
            "one for which there is nothing is recorded as empty. Only the last period that is "
            "due, unless --catch-up asks for each that was missed. Several at once, on one machine "
            "or on many, exclude one another, company by company: the second ends with 75. A "
            "company that cannot be served (3) does not keep the others. Nothing is printed unless "
            "--summary asks for it.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .format = output::Format::jsonl,
        .options = {cli::option("org", &Options::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("period", &Options::period, "only periods that end in this month",
                                {"periode"})
                        .completes(cli::Complete::missing_month),
                    cli::option("catch-up", &Options::catch_up, "each period that was missed"),
                    cli::option("summary", &Options::summary, "say what was done, on one line")},
        .examples = {{"dcadmin issuance run --catch-up", "for a timer, every morning"},
                     {"dcadmin issuance run --org 0566988259 --period 2026-11",
                      "November's alone"}},
        .fields = views::issuance_run_view().texts(),
        .run = run,
    });
}

cli::Command issuance_status() {
    return cli::command<StatusOptions>({
        .summary = "which periods have their automatic issuance (stand van de afgiften)",
        .details = "All periods that are due by now, since the schedule was set.",
        .needs = cli::Needs::read,
        .options = {cli::option("org", &StatusOptions::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("region", &StatusOptions::region, "only of this region",
                                {"gewest"}),
                    cli::option("from", &StatusOptions::from, "that end on this day or later",
                                {"begindatum"}),
                    cli::option("until", &StatusOptions::until, "that end until this day",
                                {"einddatum"}),
                    cli::option("missing", &StatusOptions::missing, "only those without one"),
                    cli::option("exit-code", &StatusOptions::exit_code,
                                "end with 10 when one is missing")},
        .examples = {{"dcadmin issuance status --missing --exit-code", "for monitoring"}},
        .fields = views::period_view().texts(),
        .run = run_status,
    });
}

}  // namespace dcadmin::commands
