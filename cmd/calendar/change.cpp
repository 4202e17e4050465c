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

std::vector<cli::OptionOf<Options>> naming() {
    return {cli::option("date", &Options::date, "which day", {"datum"}),
            cli::option("org", &Options::org, "which company; the issuer unless said",
                        {"organisatie", "ondernemingsnummer"}),
            cli::option("reason", &Options::reason, "why", {"reden"})};
}

cli::Exit run_close(cli::Context& context, const Options& options) {
    context.written(views::day_off_view(), Calendar(context.env()).close(request(options)));
    return cli::Exit::ok;
}

cli::Exit run_open(cli::Context& context, const Options& options) {
    context.written(views::day_off_view(), Calendar(context.env()).open(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command calendar_close() {
    return cli::command<Options>({
        .summary = "close the issuer, or a company, on a day (sluitingsdag)",
        .details = "A closing day of the issuer (without --org) is no working day: it moves the "
                   "terms of all. One of a company moves its pickups, and no term of the law. By "
                   "an operator, or for a company by who keeps its data: its legal representative, "
                   "its chief, who holds the right of the zone.",
        .needs = cli::Needs::write,
        .options = naming(),
        .examples =
            {{"dcadmin calendar close --date 2026-12-24 --org 0566988259 --reason kerstverlof",
              "a company closes"}},
        .fields = views::day_off_view().texts(),
        .run = run_close,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Calendar(env).close_rows(rows, how, sink); }),
    });
}

cli::Command calendar_open() {
    return cli::command<Options>({
        .summary = "take a closing day back (sluitingsdag intrekken)",
        .details = "From now on it counts as the day that it is.",
        .needs = cli::Needs::write,
        .options = naming(),
        .examples = {{"dcadmin calendar open --date 2026-12-24 --org 0566988259",
                      "it works that day after all"}},
        .fields = views::day_off_view().texts(),
        .run = run_open,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Calendar(env).open_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
