// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/workers.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<std::string> state;
    bool no_contract = false;
    std::optional<Date> at;
    std::optional<Month> month;
    cli::Paging page;
};

void tell_without_contract(cli::Context& context, const WorkerFilter& filter) {
    const auto count = Workers(context.env()).without_contract(filter.org);
    if (count == 0) return;
    const std::string of_org =
        filter.org ? fmt::format(" --org {}", filter.org->digits()) : std::string();
    context.note(
        count == 1 ? say("1 worker without a contract: dcadmin worker list --no-contract{}", of_org)
                   : say("{} workers without a contract: dcadmin worker list --no-contract{}",
                         count, of_org));
}

// Whom the issuer will look into; the first of them by name.
void tell_many_hours(cli::Context& context, const Options& options) {
    constexpr std::size_t named = 5;
    const auto many = Workers(context.env()).many_hours(options.org, options.month);
    if (many.empty()) return;
    std::string who;
    for (std::size_t i = 0; i < many.size() && i < named; ++i) {
        who += fmt::format("{} {} {} ({})", i == 0 ? "" : ",", many[i].login.digits(), many[i].name,
                           many[i].hours);
    }
    if (many.size() > named) who += say(", and {} more", many.size() - named);
    const auto limit = many.front().limit;
    const auto month = many.front().month.text();
    context.note(many.size() == 1 ? say("1 worker has {} hours or more in {}:{}", limit, month, who)
                                  : say("{} workers have {} hours or more in {}:{}", many.size(),
                                        limit, month, who));
}

cli::Exit run(cli::Context& context, const Options& options) {
    const WorkerFilter filter{.org = options.org,
                              .site = options.site,
                              .region = options.region,
                              .state = options.state.value_or("active"),
                              .text = {},
                              .no_contract = options.no_contract,
                              .at = options.at,
                              .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::worker_view());
    const auto total = Workers(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    if (!filter.no_contract) tell_without_contract(context, filter);
    tell_many_hours(context, options);
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_list() {
    return cli::command<Options>({
        .summary = "list the workers of companies (werknemers)",
        .details =
            "Wallonia and Brussels want the contract data of each worker; how many lack them "
            "today is said below the list, and --no-contract shows who. So is who has so many "
            "hours "
            "in a month that the issuer looks into it: 178, or what the policy zone.month_hours "
            "says; of all companies together only with --month.",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("site", &Options::site, "only of this site", {"vestiging"}),
             cli::option("region", &Options::region, "only of this region", {"gewest"}),
             cli::option("state", &Options::state, "active ones unless said otherwise", {"status"})
                 .choices({"active", "inactive", "all"}),
             cli::option("no-contract", &Options::no_contract,
                         "only who has no contract, where one must be told"),
             cli::option("at", &Options::at, "which day's contracts count; today unless said"),
             cli::option("month", &Options::month, "whose hours are added up; this one unless said",
                         {"maand"})},
            cli::options_of(&Options::page, cli::paging_options({"name", "login", "org"}))),
        .examples = {{"dcadmin worker list --org 0566988259 --no-contract",
                      "whose contract is still to be entered"}},
        .fields = views::worker_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
