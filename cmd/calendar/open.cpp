// SPDX-License-Identifier: Apache-2.0
#include "calendar/commands.h"
#include "cli/context.h"
#include "views/calendar_view.h"

#include <dcadmin/secure_zone/calendar.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<Date> date;
    std::optional<EnterpriseNumber> org;
    std::optional<std::string> reason;
};

NewClosing request(const Options& options) {
    return {.day = *options.date, .org = options.org, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::day_off_view(), Calendar(context.env()).open(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command calendar_open() {
    return cli::command<Options>({
        .summary = "take a closing day back (sluitingsdag intrekken)",
        .details = "From now on it counts as the day that it is.",
        .needs = cli::Needs::write,
        .options = {cli::option("date", &Options::date, "which day", {"datum"}),
                    cli::option("org", &Options::org, "which company; the issuer unless said",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin calendar open --date 2026-12-24 --org 0566988259",
                      "it works that day after all"}},
        .fields = views::day_off_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Calendar(env).open_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
