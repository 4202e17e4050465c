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
    std::optional<std::string> state;
    bool late = false;
    bool exit_code = false;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const RefundFilter filter{.org = options.org,
                              .region = options.region,
                              .state = options.state.value_or(""),
                              .late = options.late,
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::refund_view());
    const auto total = Refunds(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return options.exit_code && total > 0 ? cli::Exit::found : cli::Exit::ok;
}

struct ShowOptions {
    cli::Required<IssuanceId> issuance;
    bool lines = false;
};

cli::Exit show(cli::Context& context, const ShowOptions& options) {
    Refunds refunds(context.env());
    if (options.lines) {
        auto list = context.out().list(views::refund_line_view());
        list.end(refunds.lines(*options.issuance, std::ref(list)));
    } else {
        context.out().item(views::refund_view(), refunds.get(*options.issuance));
    }
    return cli::Exit::ok;
}

struct BlockedOptions {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<std::string> cause;
    bool issuances = false;
    cli::Paging page;
};

cli::Exit blocked(cli::Context& context, const BlockedOptions& options) {
    BlockFilter filter{.org = options.org,
                       .region = options.region,
                       .cause = {},
                       .page = cli::page_of(options.page)};
    if (options.cause) filter.cause = parse_block_cause(*options.cause);
    Refunds refunds(context.env());
    if (options.issuances) {
        auto list = context.out().list(views::blocked_issuance_view());
        list.end(refunds.blocked(filter, std::ref(list)), filter.page.offset);
    } else {
        auto list = context.out().list(views::block_view());
        list.end(refunds.blocks(filter, std::ref(list)), filter.page.offset);
    }
    return cli::Exit::ok;
}

cli::Words cause_words() {
    cli::Words words;
    for (const BlockCause cause : all_block_causes) words.push_back(name_of(cause));
    return words;
}

}  // namespace

cli::Command refund_list() {
    return cli::command<Options>({
        .summary = "list what is paid for issuances (terugbetalingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("region", &Options::region, "only of vouchers of this region", {"gewest"}),
             cli::option("state", &Options::state, "only in this state", {"status"})
                 .choices({"pending", "blocked", "paid"}),
             cli::option("late", &Options::late, "only those expected before today and not paid"),
             cli::option("exit-code", &Options::exit_code, "end with 10 when there are some")},
            cli::options_of(&Options::page,
                            cli::paging_options({"issuance", "expected", "org", "amount"}))),
        .examples = {{"dcadmin refund list --org 0566988259 --state pending --sort expected",
                      "what is to come, and when"}},
        .fields = views::refund_view().texts(),
        .run = run,
    });
}

cli::Command refund_show() {
    return cli::command<ShowOptions>({
        .summary = "show what is paid for an issuance, and how it came about (terugbetaling)",
        .details = "The day that decides which tariff holds is the tariff's own: of the voucher's "
                   "issue, of the service, or of the issuance. Vouchers for which no sourced "
                   "tariff holds are unpriced, and nothing is paid before they are priced.",
        .needs = cli::Needs::read,
        .options = {cli::option("issuance", &ShowOptions::issuance, "of which issuance",
                                {"afgifte"})
                        .positional(),
                    cli::option("lines", &ShowOptions::lines, "by tariff, each with its source")},
        .examples = {{"dcadmin refund show i-3", "how much, and when"},
                     {"dcadmin refund show i-3 --lines", "by which tariffs"}},
        .fields = views::refund_view().texts(),
        .run = show,
    });
}

cli::Command refund_blocked() {
    return cli::command<BlockedOptions>({
        .summary = "list what is kept from being paid, and why (geblokkeerde terugbetalingen)",
        .details = "Each block that holds, with its totals; or with --issuances which issuances it "
                   "concerns.",
        .needs = cli::Needs::read,
        .options = cli::with<BlockedOptions>(
            {cli::option("org", &BlockedOptions::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("region", &BlockedOptions::region, "only of this region", {"gewest"}),
             cli::option("cause", &BlockedOptions::cause, "only for this cause", {"oorzaak"})
                 .choices(cause_words()),
             cli::option("issuances", &BlockedOptions::issuances, "issuance by issuance",
                         {"afgiftes"})},
            cli::options_of(&BlockedOptions::page, cli::paging_options({"id", "org", "cause"}))),
        .examples = {{"dcadmin refund blocked --org 0566988259", "per cause"},
                     {"dcadmin refund blocked --issuances --cause social-debt", "which issuances"}},
        .fields = views::block_view().texts(),
        .run = blocked,
    });
}

}  // namespace dcadmin::commands
