// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_view.h"

#include <dcadmin/secure_zone/pickup_series.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PickupId> id;
    std::optional<PickupSeriesId> series;
    std::optional<Date> date;
    std::optional<std::string> reason;
};

PickupSkip request(const Options& options) {
    return {.pickup = options.id,
            .series = options.series,
            .day = options.date,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::pickup_view(), RecurringPickups(context.env()).skip(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_skip() {
    return cli::command<Options>({
        .summary = "take one out of recurring pickups (ophaling overslaan)",
        .details = "The pickup that was asked for, or the day of a series, asked for or not. It "
                   "stays out; to have one all the same, ask for it with pickup request.",
        .needs = cli::Needs::write,
        .options = {cli::option("id", &Options::id, "which; see pickup list").positional(),
                    cli::option("series", &Options::series, "of which; see pickup recur show",
                                {"reeks"}),
                    cli::option("date", &Options::date, "its day, or that on which he comes",
                                {"datum"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin pickup skip --series y-1 --date 2026-12-28", "closed that week"},
                     {"dcadmin pickup skip u-7", "one that is asked for already"}},
        .fields = views::pickup_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return RecurringPickups(env).skip_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
