// SPDX-License-Identifier: Apache-2.0
#include "calendar/commands.h"
#include "cli/context.h"
#include "views/calendar_view.h"

#include <dcadmin/secure_zone/calendar.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<int> year;
    std::optional<EnterpriseNumber> org;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto days = Calendar(context.env()).days_off({.year = options.year, .org = options.org});
    auto list = context.out().list(views::day_off_view());
    for (const DayOff& day : days) {
        if (!list(day)) break;
    }
    list.end(days.size(), 0);
    return cli::Exit::ok;
}

}  // namespace

cli::Command calendar_holidays() {
    return cli::command<Options>({
        .summary =
            "list the legal holidays and closing days of a year (feestdagen, sluitingsdagen)",
        .details =
            "The ten legal holidays, computed for any year, and the days on which the issuer "
            "is closed; with --org also those of that company. Regional days are no legal "
            "holidays.",
        .needs = cli::Needs::read,
        .options = {cli::option("year", &Options::year, "which year; this one unless said",
                                {"jaar"}),
                    cli::option("org", &Options::org, "with the closing days of this company",
                                {"organisatie", "ondernemingsnummer"})},
        .examples = {{"dcadmin calendar holidays --year 2027", "a year ahead"}},
        .fields = views::day_off_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
