// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "customer/commands.h"
#include "views/customer_view.h"

#include <dcadmin/secure_zone/customers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<CustomerNumber> number;
    cli::Required<EnterpriseNumber> org;
};

cli::Exit run(cli::Context& context, const Options& options) {
    context.out().item(
        views::customer_card_view(),
        Customers(context.env()).show({.org = *options.org, .number = *options.number}));
    return cli::Exit::ok;
}

}  // namespace

cli::Command customer_show() {
    return cli::command<Options>({
        .summary = "show a customer, his wallet and his open services (gebruiker)",
        .needs = cli::Needs::read,
        .options = {cli::option("number", &Options::number, "his number").positional(),
                    cli::option("org", &Options::org, "of which company")},
        .examples = {{"dcadmin customer show 123456789002 --org 0566988259", "what waits for him"}},
        .fields = views::customer_card_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
