// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/customer_view.h"
#include "voucher/commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/vouchers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<CustomerNumber> customer;
    cli::Required<EnterpriseNumber> org;
    bool expired = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    const auto lines =
        Vouchers(context.env()).wallet({.org = *options.org, .customer = *options.customer});
    std::int64_t lost = 0;
    auto list = context.out().list(views::wallet_view());
    for (const WalletLine& line : lines) {
        const bool expired = line.state == "expired";
        if (expired) lost += line.left;
        if (options.expired || !expired) list(line);
    }
    list.end();
    if (lost > 0 && !options.expired) {
        context.note(lost == 1 ? say("1 voucher expired unused: see --expired")
                               : say("{} vouchers expired unused: see --expired", lost));
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command voucher_wallet() {
    return cli::command<Options>({
        .summary = "show what a customer has left (portefeuille)",
        .details = "By last usable day, the oldest first, as they are used. What expired unused is "
                   "counted below, and listed with --expired.",
        .needs = cli::Needs::read,
        .options = {cli::option("customer", &Options::customer, "his number").positional(),
                    cli::option("org", &Options::org, "of which company"),
                    cli::option("expired", &Options::expired, "also what expired unused")},
        .examples = {{"dcadmin voucher wallet 123456789002 --org 0566988259", "what he has"}},
        .fields = views::wallet_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
