// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    PaperChoice voucher;
    std::optional<std::string> reason;
};

PaperRef request(const Options& options) {
    return {.voucher = key_of(options.voucher), .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).withdraw(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_withdraw() {
    return cli::command<Options>({
        .summary = "take back a voucher that was entered by mistake (cheque intrekken)",
        .details = "Until it is in an issuance. Its number may be received again.",
        .needs = cli::Needs::write,
        .options = cli::with<Options>(
            cli::options_of(&Options::voucher, paper_choice_options()),
            {cli::option("reason", &Options::reason, "why, for the log", {"reden"})}),
        .examples = {{"dcadmin paper withdraw x-7 --reason 'verkeerd nummer'", "a typing error"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).withdraw_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
