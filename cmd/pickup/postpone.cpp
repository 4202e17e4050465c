// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_view.h"

#include <dcadmin/secure_zone/pickups.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PickupId> id;
    std::optional<std::string> reason;
};

PickupRef request(const Options& options) {
    return {.id = *options.id, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::pickup_view(), Pickups(context.env()).postpone(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_postpone() {
    return cli::command<Options>({
        .summary = "say that the carrier did not come (ophaling uitgesteld)",
        .details = "He then comes on the next working day by himself, and the invoice counts that "
                   "pickup alone. Shown is the pickup in its place: what is asked for on that day "
                   "already, or a new one.",
        .needs = cli::Needs::write,
        .options = {cli::option("id", &Options::id, "which; see pickup list").positional(),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin pickup postpone u-7", "nobody came today"}},
        .fields = views::pickup_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Pickups(env).postpone_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
