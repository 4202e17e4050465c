// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "refund/commands.h"
#include "views/refund_view.h"

#include <dcadmin/secure_zone/refunds.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<IssuanceId> issuance;
    cli::Required<std::string> cause;
    std::optional<std::string> reason;
};

BlockRequest request(const Options& options) {
    return {.org = options.org,
            .region = options.region,
            .issuance = options.issuance,
            .cause = parse_block_cause(*options.cause),
            .reason = options.reason.value_or("")};
}

cli::Exit block(cli::Context& context, const Options& options) {
    context.written(views::block_view(), Refunds(context.env()).block(request(options)));
    return cli::Exit::ok;
}

cli::Exit release(cli::Context& context, const Options& options) {
    context.written(views::block_view(), Refunds(context.env()).release(request(options)));
    return cli::Exit::ok;
}

cli::Words cause_words() {
    cli::Words words;
    for (const BlockCause cause : all_block_causes) words.push_back(name_of(cause));
    return words;
}

std::vector<cli::OptionOf<Options>> options() {
    return {
        cli::option("org", &Options::org, "which company", {"organisatie", "ondernemingsnummer"}),
        cli::option("region", &Options::region, "with it: of which vouchers", {"gewest"}),
        cli::option("issuance", &Options::issuance, "or one issuance alone", {"afgifte"}),
        cli::option("cause", &Options::cause, "for which cause", {"oorzaak"})
            .choices(cause_words()),
        cli::option("reason", &Options::reason, "why, for the log", {"reden"})};
}

}  // namespace

cli::Command refund_block() {
    return cli::command<Options>({
        .summary = "keep a company's issuances from being paid (blokkeren)",
        .details = "By an operator, with a reason: all issuances of a company in a region, also "
                   "those to come, or one. The first issuance of a company in a region is blocked "
                   "by itself, cause first-hand-in, unless policy zone.first_block is off.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin refund block --org 0566988259 --region brussels --cause social-debt "
                      "--reason 'RSZ 2026-114'",
                      "a debt"}},
        .fields = views::block_view().texts(),
        .run = block,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Refunds(env).block_rows(rows, how, sink); }),
    });
}

cli::Command refund_release() {
    return cli::command<Options>({
        .summary = "take a block back (deblokkeren)",
        .details = "All issuances that were blocked for that cause are payable again, but for "
                   "those that another block concerns.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin refund release --org 0566988259 --region flanders --cause "
                      "first-hand-in --reason 'inspected'",
                      "the region has looked at the first issuance"}},
        .fields = views::block_view().texts(),
        .run = release,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Refunds(env).release_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
