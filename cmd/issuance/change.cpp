// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<IssuanceId> id;
    std::optional<std::string> reason;
};

IssuanceRef request(const Options& options) {
    return {.id = *options.id, .reason = options.reason.value_or("")};
}

std::vector<cli::OptionOf<Options>> options() {
    return {cli::option("id", &Options::id, "which; see issuance list")
                .completes(cli::Complete::issuance_draft)
                .positional(),
            cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

cli::Exit submit(cli::Context& context, const Options& options) {
    context.written(views::issuance_view(), Issuances(context.env()).submit(request(options)));
    return cli::Exit::ok;
}

cli::Exit cancel(cli::Context& context, const Options& options) {
    context.written(views::issuance_view(), Issuances(context.env()).cancel(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command issuance_submit() {
    return cli::command<Options>({
        .summary = "hand a draft in (afgifte indienen)",
        .details = "Refused when a voucher in it is past its last day by now.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin issuance submit i-3", "it was looked at"}},
        .fields = views::issuance_view().texts(),
        .run = submit,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Issuances(env).submit_rows(rows, how, sink); }),
    });
}

cli::Command issuance_cancel() {
    return cli::command<Options>({
        .summary = "drop a draft (ontwerp van afgifte annuleren)",
        .details = "The vouchers in it wait again to be handed in.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin issuance cancel i-3 --reason 'one service is wrong'",
                      "not like this"}},
        .fields = views::issuance_view().texts(),
        .run = cancel,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Issuances(env).cancel_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
