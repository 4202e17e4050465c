// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_total_view.h"

#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    bool summary = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const Advanced done = ServiceDecisions(context.env()).advance(options.org);
    if (options.summary) {
        auto list = context.out().list(views::advanced_view());
        list(done);
        list.end();
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_advance() {
    return cli::command<Options>({
        .summary = "let the terms of services run out (automatische bevestiging)",
        .details =
            "For a timer or cron, once a night. What the company did not validate and the customer "
            "did not answer in time is so from the day after the last of the term, however late "
            "this runs, and each once. Then vouchers are allocated to what waits for them, and "
            "what "
            "no voucher may pay any more is given up. Quiet, unless --summary.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .format = output::Format::jsonl,
        .options = {cli::option("org", &Options::org, "of this company alone",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("summary", &Options::summary, "say what was done, on one line")},
        .examples = {{"dcadmin service advance", "what a timer does every night"},
                     {"dcadmin service advance --summary", "and say how much it was"}},
        .fields = views::advanced_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
