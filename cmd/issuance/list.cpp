// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuances.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<std::string> state;
    std::optional<std::string> kind;
    std::optional<std::string> mode;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    IssuanceFilter filter{.org = options.org,
                          .region = options.region,
                          .state = {},
                          .kind = options.kind.value_or(""),
                          .mode = options.mode.value_or(""),
                          .from = options.from,
                          .until = options.until,
                          .page = cli::page_of(options.page)};
    if (options.state) filter.state = parse_issuance_state(*options.state);
    const auto& env = context.env();
    auto list = context.out().list(views::issuance_view());
    const auto total = Issuances(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

struct ExpiredOptions {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    bool exit_code = false;
    cli::Paging page;
};

cli::Exit run_expired(cli::Context& context, const ExpiredOptions& options) {
    const ExpiredFilter filter{
        .org = options.org, .region = options.region, .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::issuance_item_view());
    const auto total = Issuances(env).expired(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return options.exit_code && total > 0 ? cli::Exit::found : cli::Exit::ok;
}

cli::Words state_words() {
    cli::Words words;
    for (const IssuanceState state : all_issuance_states) words.push_back(name_of(state));
    return words;
}

}  // namespace

cli::Command issuance_list() {
    return cli::command<Options>({
        .summary = "list issuances (afgiften)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("region", &Options::region, "only of vouchers of this region", {"gewest"}),
             cli::option("state", &Options::state, "only in this state", {"status"})
                 .choices(state_words()),
             cli::option("kind", &Options::kind, "only of this kind")
                 .choices({"electronic", "paper"}),
             cli::option("mode", &Options::mode, "only made this way")
                 .choices({"manual", "automatic"}),
             cli::option("from", &Options::from, "made from this day on", {"begindatum"}),
             cli::option("until", &Options::until, "made until this day", {"einddatum"})},
            cli::options_of(&Options::page,
                            cli::paging_options({"id", "made", "org", "vouchers"}))),
        .examples = {{"dcadmin issuance list --org 0566988259 --reverse", "the newest first"}},
        .fields = views::issuance_view().texts(),
        .run = run,
    });
}

cli::Command issuance_expired() {
    return cli::command<ExpiredOptions>({
        .summary = "list vouchers that were not handed in in time (vervallen cheques)",
        .details = "They are allocated to services, and the company's last day to hand them in has "
                   "passed.",
        .needs = cli::Needs::read,
        .options = cli::with<ExpiredOptions>(
            {cli::option("org", &ExpiredOptions::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("region", &ExpiredOptions::region, "only of this region", {"gewest"}),
             cli::option("exit-code", &ExpiredOptions::exit_code,
                         "end with 10 when there are some")},
            cli::options_of(&ExpiredOptions::page, cli::paging_options({"hand-in-until", "day"}))),
        .examples = {{"dcadmin issuance expired --org 0566988259", "what was lost"}},
        .fields = views::issuance_item_view().texts(),
        .run = run_expired,
    });
}

}  // namespace dcadmin::commands
