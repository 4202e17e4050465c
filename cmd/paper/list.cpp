// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    bool to_correct = false;
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<std::string> state;
    std::optional<std::string> number;
    std::optional<IssuanceId> issuance;
    cli::Paging page;
};

void tell_what_waits(cli::Context& context, const PaperFilter& filter) {
    const PaperWaiting waiting = Paper(context.env()).waiting(filter.org);
    if (waiting.vouchers == 0) return;
    const std::string of_org =
        filter.org ? fmt::format(" --org {}", filter.org->digits()) : std::string();
    const std::string due = waiting.first_due->formatted();
    const std::string told =
        waiting.vouchers == 1
            ? say("1 voucher waits to be corrected until {}", due)
            : say("{} vouchers wait to be corrected, the first until {}", waiting.vouchers, due);
    context.note(say("{}: dcadmin paper list --to-correct{}", told, of_org));
}

cli::Exit run(cli::Context& context, const Options& options) {
    PaperFilter filter{.org = options.org,
                       .site = options.site,
                       .region = options.region,
                       .state = {},
                       .number = {},
                       .issuance = options.issuance,
                       .to_correct = options.to_correct,
                       .page = cli::page_of(options.page)};
    if (options.state) filter.state = parse_paper_state(*options.state);
    if (options.number) filter.number = PaperNumber::parse(*options.number);
    const auto& env = context.env();
    auto list = context.out().list(views::paper_view());
    const auto total = Paper(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    if (!filter.to_correct) tell_what_waits(context, filter);
    return cli::Exit::ok;
}

cli::Words state_words() {
    cli::Words words;
    for (const PaperState state : all_paper_states) words.push_back(name_of(state));
    return words;
}

}  // namespace

cli::Command paper_list() {
    return cli::command<Options>({
        .summary = "list paper vouchers (papieren dienstencheques)",
        .details = "How many wait to be corrected, and until when, is said below the list.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("to-correct", &Options::to_correct,
                         "only those to be corrected, the most urgent first"),
             cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("site", &Options::site, "only received at this site", {"vestiging"}),
             cli::option("region", &Options::region, "only of this region", {"gewest"}),
             cli::option("state", &Options::state, "only in this state", {"status"})
                 .choices(state_words()),
             cli::option("number", &Options::number, "only with this number", {"nummer"})
                 .value("NUMBER"),
             cli::option("issuance", &Options::issuance, "only in this issuance", {"afgifte"})},
            cli::options_of(&Options::page, cli::paging_options({"org", "number", "date", "due"}))),
        .examples = {{"dcadmin paper list --to-correct", "what must be corrected, and until when"}},
        .fields = views::paper_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
