// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    std::vector<PaperVoucherId> ids;
    std::optional<Region> region;
    std::optional<std::string> number;
    PaperText text;
    std::optional<std::string> reason;
};

PaperAnnouncement request(const Options& options) {
    PaperAnnouncement asked{
        .vouchers = {}, .fields = fields_of(options.text), .reason = options.reason.value_or("")};
    for (const PaperVoucherId id : options.ids) asked.vouchers.push_back({.id = id, .region = {}, .number = {}});
    if (options.region || options.number) {
        asked.vouchers.push_back(
            key_of({.id = {}, .region = options.region, .number = options.number}));
    }
    return asked;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).announce(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_announce() {
    return cli::command<Options>({
        .summary = "tell the issuer what stands on paper vouchers (cheques aankondigen)",
        .details = "Day, worker and activity must be known, or are told at once. What the issuer "
                   "cannot read is filled in from the announcement, so that nothing of it is to be "
                   "corrected. Until they are in an issuance.",
        .needs = cli::Needs::write,
        .options = cli::with<Options>(
            cli::with<Options>(
                {cli::option("id", &Options::ids, "which; see paper list").positional(),
                 cli::option("region", &Options::region, "in the place of ids, with --number",
                             {"gewest"}),
                 cli::option("number", &Options::number, "as printed on it, with --region",
                             {"nummer"})
                     .value("NUMBER")},
                cli::options_of(&Options::text, paper_text_options())),
            {cli::option("reason", &Options::reason, "why, for the log", {"reden"})}),
        .examples = {{"dcadmin paper announce x-7 x-8", "all is known of them"},
                     {"dcadmin paper announce x-9 --date 2026-11-20 --worker 980000000182 "
                      "--activity ironing",
                      "with what was not known yet"},
                     {"dcadmin paper announce --file announced.csv", "many, by region and number"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).announce_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
