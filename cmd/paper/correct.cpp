// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    PaperChoice voucher;
    PaperText text;
    std::optional<std::string> reason;
};

PaperCorrection request(const Options& options) {
    return {.voucher = key_of(options.voucher),
            .fields = fields_of(options.text),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).correct(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_correct() {
    return cli::command<Options>({
        .summary = "tell what the issuer could not read on a voucher (cheque verbeteren)",
        .details = "Through the last day that paper list --to-correct shows, in Brussels; after it "
                   "the voucher is never paid. What is left out stays as it was entered.",
        .needs = cli::Needs::write,
        .options = cli::with<Options>(
            cli::with<Options>(
                cli::options_of(&Options::voucher,
                                paper_choice_options(cli::Complete::paper_to_correct)),
                cli::options_of(&Options::text, paper_text_options())),
            {cli::option("reason", &Options::reason, "why, for the log", {"reden"})}),
        .examples = {{"dcadmin paper correct x-7 --date 2026-11-20", "the day was not legible"},
                     {"dcadmin paper correct --file corrected.csv", "many"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).correct_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
