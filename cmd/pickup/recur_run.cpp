// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_view.h"

#include <dcadmin/secure_zone/pickup_series.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<int> ahead;
};

cli::Exit run(cli::Context& context, const Options& options) {
    constexpr int two_weeks = 14;
    const auto result = RecurringPickups(context.env())
                            .run({.org = options.org, .ahead = options.ahead.value_or(two_weeks)});
    auto list = context.out().list(views::pickup_view());
    for (const auto& pickup : result.asked) list(pickup);
    list.end(result.asked.size());
    for (const auto& problem : result.problems) context.warn(problem);
    return result.problems.empty() ? cli::Exit::ok : cli::Exit::rows_left;
}

}  // namespace

cli::Command pickup_recur_run() {
    return cli::command<Options>({
        .summary = "ask for the recurring pickups that are due (terugkerende ophalingen)",
        .details =
            "For a timer: asks for the occurrences of the next days that are not asked for yet. "
            "However often and on however many machines it runs, each is asked for once; one "
            "whose last moment has passed is left out. Shown is what was asked for. Exit 3 when a "
            "series could not be asked for, for instance because its contact has left.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::none,
        .options = {cli::option("org", &Options::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("ahead", &Options::ahead,
                                "for so many days from today on; 14 unless said", {"vooruit"})},
        .examples = {{"dcadmin pickup recur run --quiet", "every morning, by a timer"}},
        .fields = views::pickup_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
