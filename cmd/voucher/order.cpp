// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/customer_view.h"
#include "voucher/commands.h"

#include <dcadmin/secure_zone/vouchers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<CustomerNumber> customer;
    cli::Required<int> count;
    std::optional<Date> on;
    std::optional<std::string> first_number;
    std::optional<std::string> reason;
};

NewVoucherOrder request(const Options& options) {
    NewVoucherOrder order{.org = *options.org,
                          .customer = *options.customer,
                          .count = *options.count,
                          .on = options.on,
                          .first_number = {},
                          .reason = options.reason.value_or("")};
    if (options.first_number) order.first_number = parse_voucher_number(*options.first_number);
    return order;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::voucher_order_view(), Vouchers(context.env()).order(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command voucher_order() {
    return cli::command<Options>({
        .summary = "order electronic vouchers for a customer (dienstencheques bestellen)",
        .details =
            "By an operator of the issuer, or by who signs in as the customer. The day of issue "
            "and his region decide until when they hold: dcadmin term list --kind voucher. With "
            "--first-number the same order once more is found and not made again, so that a file "
            "of orders can be read twice.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "his company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("customer", &Options::customer, "his number",
                                {"gebruiker", "gebruikersnummer"}),
                    cli::option("count", &Options::count, "how many", {"aantal"}),
                    cli::option("on", &Options::on, "day of issue; today unless said",
                                {"uitgiftedatum"}),
                    cli::option("first-number", &Options::first_number,
                                "number of the first; the next that is free unless said",
                                {"eerste_nummer"})
                        .value("VOUCHER"),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin voucher order --org 0566988259 --customer 123456789002 --count 20",
                      "twenty, issued today"},
                     {"dcadmin voucher order --file orders.csv", "many"}},
        .fields = views::voucher_order_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Vouchers(env).order_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
