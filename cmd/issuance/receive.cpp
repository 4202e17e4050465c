// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<IssuanceId> id;
    std::optional<Date> on;
    std::optional<std::string> reason;
};

IssuanceReceipt request(const Options& options) {
    return {.id = *options.id, .on = options.on, .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::issuance_view(), Issuances(context.env()).receive(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command issuance_receive() {
    return cli::command<Options>({
        .summary = "keep that the issuer has the paper of an issuance (afgifte ontvangen)",
        .details = "By an operator. Its refund is expected so many working days after it. What is "
                   "read of an issuance that nobody received was received that day.",
        .needs = cli::Needs::write,
        .options = {cli::option("id", &Options::id, "which; see issuance list")
                        .completes(cli::Complete::issuance_sent)
                        .positional(),
                    cli::option("on", &Options::on, "on which day; today unless said", {"op"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin issuance receive i-3", "the bag came in"}},
        .fields = views::issuance_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Issuances(env).receive_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
