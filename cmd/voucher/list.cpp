// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/customer_view.h"
#include "voucher/commands.h"

#include <dcadmin/secure_zone/vouchers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    std::optional<CustomerNumber> customer;
    std::optional<std::string> state;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Paging page;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const VoucherFilter filter{.org = options.org,
                               .customer = options.customer,
                               .state = options.state.value_or("usable"),
                               .from = options.from,
                               .until = options.until,
                               .page = cli::page_of(options.page)};
    const auto& env = context.env();
    auto list = context.out().list(views::voucher_order_view());
    const auto total = Vouchers(env).list(filter, std::ref(list));
    list.end(total, filter.page.offset);
    return cli::Exit::ok;
}

}  // namespace

cli::Command voucher_list() {
    return cli::command<Options>({
        .summary = "list orders of electronic vouchers (bestellingen)",
        .needs = cli::Needs::read,
        .options = cli::with<Options>(
            {cli::option("org", &Options::org, "only of customers of this company",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("customer", &Options::customer, "only of this customer", {"gebruiker"}),
             cli::option("state", &Options::state, "usable ones unless said otherwise", {"status"})
                 .choices({"usable", "future", "expired", "used-up", "all"}),
             cli::option("from", &Options::from, "issued from this day on", {"begindatum"}),
             cli::option("until", &Options::until, "issued until this day", {"einddatum"})},
            cli::options_of(&Options::page, cli::paging_options({"issued", "until", "number"}))),
        .examples = {{"dcadmin voucher list --customer 123456789002 --state all",
                      "all that he ever ordered"},
                     {"dcadmin voucher list --org 0566988259 --sort until --limit 20",
                      "what ends first"}},
        .fields = views::voucher_order_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
