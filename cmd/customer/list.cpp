// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "customer/commands.h"
#include "views/customer_view.h"

#include <dcadmin/secure_zone/customers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<std::string> text;
    std::optional<Region> region;
    std::optional<std::string> state;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const CustomerFilter filter{.org = options.org,
                                .region = options.region,
                                .text = options.text.value_or(""),
                                .state = options.state.value_or("active"),
                                .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::customer_view());
    const auto total = Customers(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command customer_list() {
    return cli::command<Options>({
        .summary = "list the customers of companies (gebruikers)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("text", &Options::text,
                         "only with these words in the name, or these first digits of the number",
                         {"zoekterm"}),
             cli::option("region", &Options::region, "only of this region", {"gewest"}),
             cli::option("state", &Options::state, "active ones unless said otherwise", {"status"})
                 .choices({"active", "inactive", "all"})},
            cli::options_of(&Options::page, cli::paging_options({"name", "number", "org"}))),
        .examples = {{"dcadmin customer list --org 0566988259 --text claes", "by name"}},
        .fields = views::customer_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
