// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    cli::Required<Region> region;
    cli::Required<std::string> number;
    std::optional<CustomerNumber> customer;
    PaperText text;
    std::optional<std::string> reason;
};

NewPaperVoucher request(const Options& options) {
    return {.org = *options.org,
            .site = options.site,
            .region = *options.region,
            .number = PaperNumber::parse(*options.number),
            .customer = options.customer,
            .usable_until = options.text.usable_until,
            .day = options.text.date,
            .worker = options.text.worker,
            .activity = options.text.activity,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).receive(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_receive() {
    return cli::command<Options>({
        .summary = "keep a paper voucher that a customer handed over (papieren dienstencheque)",
        .details =
            "By its number, which is unique in its region. What does not stand on it is left "
            "out, and may be told later with paper announce. A voucher after its customer's last "
            "day is kept with a remark.",
        .needs = cli::Needs::write,
        .options = cli::with<Options>(
            cli::with<Options>(
                {cli::option("org", &Options::org, "which company",
                             {"organisatie", "ondernemingsnummer"}),
                 cli::option("site", &Options::site, "where it was received", {"vestiging"}),
                 cli::option("region", &Options::region, "of which region it is", {"gewest"}),
                 cli::option("number", &Options::number, "as printed on it, 8 to 14 digits",
                             {"nummer"})
                     .value("NUMBER"),
                 cli::option("customer", &Options::customer, "the customer's number",
                             {"gebruiker", "gebruikersnummer"})},
                cli::options_of(&Options::text, paper_text_options())),
            {cli::option("reason", &Options::reason, "why, for the log", {"reden"})}),
        .examples = {{"dcadmin paper receive --org 0566988259 --region flanders --number "
                      "00123456789 --usable-until 2027-03-31 --date 2026-11-20 --worker "
                      "980000000182 --activity household",
                      "one, with all that stands on it"},
                     {"dcadmin paper receive --file scanned.csv", "what a scanner read"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).receive_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
