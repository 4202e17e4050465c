// SPDX-License-Identifier: Apache-2.0
#include "calendar/commands.h"
#include "cli/context.h"
#include "views/calendar_view.h"

#include <dcadmin/error.h>
#include <dcadmin/secure_zone/calendar.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<Date> from;
    std::optional<int> working_days;
    std::optional<int> calendar_days;
    std::optional<TermKind> term;
    std::optional<Region> region;
    std::optional<EnteredBy> entered_by;
    std::optional<Channel> channel;
    std::optional<EnterpriseNumber> org;
};

std::optional<TermQuestion> question(const Options& options) {
    if (!options.term) return std::nullopt;
    if (options.region) {
        return TermQuestion{.kind = *options.term,
                            .region = *options.region,
                            .entered_by = options.entered_by,
                            .channel = options.channel};
    }
    throw Error(Kind::usage, "a term differs from region to region",
                "name it: --region flanders|wallonia|brussels", "region");
}

cli::Exit run(cli::Context& context, const Options& options) {
    const DeadlineRequest request{.from = options.from,
                                  .working_days = options.working_days,
                                  .calendar_days = options.calendar_days,
                                  .term = question(options),
                                  .org = options.org};
    context.out().item(views::deadline_view(), Calendar(context.env()).deadline(request));
    return cli::Exit::ok;
}

}  // namespace

cli::Command calendar_deadline() {
    return cli::command<Options>({
        .summary = "find the last day of a term (termijn berekenen)",
        .details = "The day that the term runs from is not counted. Working days are Monday to "
                   "Friday without legal holidays and the issuer's closing days; with --org those "
                   "of that company are left out, too. A term of the law is named by --term and "
                   "--region; which row holds is decided by the day that it runs from.",
        .needs = cli::Needs::read,
        .options = {cli::option("from", &Options::from, "the day it runs from; today unless said",
                                {"begindatum"}),
                    cli::option("working-days", &Options::working_days, "so many working days",
                                {"werkdagen"}),
                    cli::option("calendar-days", &Options::calendar_days, "so many calendar days",
                                {"kalenderdagen"}),
                    cli::option("term", &Options::term, "a term of the law", {"termijn"}),
                    cli::option("region", &Options::region, "of that term", {"gewest"}),
                    cli::option("entered-by", &Options::entered_by, "who registered the service",
                                {"ingevoerd_door"}),
                    cli::option("channel", &Options::channel, "how the user answers", {"kanaal"}),
                    cli::option("org", &Options::org, "leave out the closing days of this company",
                                {"organisatie", "ondernemingsnummer"})},
        .examples =
            {{"dcadmin calendar deadline --from 2026-12-23 --working-days 5",
              "over the end of a year"},
             {"dcadmin calendar deadline --from 2026-04-02 --term confirm --region brussels "
              "--entered-by company",
              "how long a user has to answer"}},
        .fields = views::deadline_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
