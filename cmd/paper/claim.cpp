// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    PaperChoice voucher;
    std::optional<std::string> outcome;
    std::optional<std::string> reason;
};

PaperClaim request(const Options& options) {
    return {.voucher = key_of(options.voucher),
            .outcome = options.outcome.value_or(""),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).claim(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_claim() {
    return cli::command<Options>({
        .summary = "claim a voucher that got lost on its left strip (linkerstrook)",
        .details = "One that was sent and that the issuer has not read. It only keeps that it was "
                   "claimed, and then, with --outcome, what the issuer said: the claim itself goes "
                   "to the issuer by the form of its own. Its number cannot be received again.",
        .needs = cli::Needs::write,
        .options = cli::with<Options>(
            cli::options_of(&Options::voucher, paper_choice_options()),
            {cli::option("outcome", &Options::outcome, "what the issuer said of it", {"uitkomst"})
                 .choices({"refunded", "refused"}),
             cli::option("reason", &Options::reason, "why, for the log", {"reden"})}),
        .examples = {{"dcadmin paper claim x-7 --reason 'zak verloren'", "a bag got lost"},
                     {"dcadmin paper claim x-7 --outcome refunded", "it was paid all the same"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).claim_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
