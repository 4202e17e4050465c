// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_view.h"

#include <dcadmin/secure_zone/pickups.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<SiteNumber> site;
    cli::Required<Date> date;
    cli::Required<PersonRef> contact;
    cli::Required<PhoneNumber> phone;
    cli::Required<Region> region;
    std::optional<int> bags;
    std::optional<std::string> on_late;
    std::optional<std::string> reason;
};

NewPickup request(const Options& options) {
    return {.org = *options.org,
            .site = *options.site,
            .day = *options.date,
            .contact = *options.contact,
            .phone = *options.phone,
            .region = *options.region,
            .bags = options.bags.value_or(1),
            .next_when_late = options.on_late == "next",
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::pickup_view(), Pickups(context.env()).request(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_request() {
    return cli::command<Options>({
        .summary = "ask the carrier to come for paper vouchers (ophaling aanvragen)",
        .details = "On a working day, asked for until 12:30 of the last working day before it; "
                   "later, and for a day that is none, the answer is exit 8 with the next possible "
                   "day, which --on-late next takes at once. The driver turns to the contact, who "
                   "works there. The carrier comes between 08:30 and 17:00, so somebody must be "
                   "there.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "where", {"vestiging"}),
                    cli::option("date", &Options::date, "on which day", {"datum"}),
                    cli::option("contact", &Options::contact, "whom the driver turns to",
                                {"contactpersoon"})
                        .completes(cli::Complete::contact_person),
                    cli::option("phone", &Options::phone, "his telephone number", {"telefoon"}),
                    cli::option("region", &Options::region, "of which vouchers", {"gewest"}),
                    cli::option("bags", &Options::bags, "how many bags; 1 unless said", {"zakken"}),
                    cli::option("on-late", &Options::on_late,
                                "what to do when that day is not possible")
                        .choices({"refuse", "next"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin pickup request --org 0566988259 --site 2147812701 --date 2026-12-01 "
                      "--contact p-12 --phone '+32 470 12 34 56' --region flanders --bags 2",
                      "two bags, on a Tuesday"},
                     {"dcadmin pickup request --file pickups.csv --on-late next",
                      "many, each on the first day that is possible"}},
        .fields = views::pickup_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Pickups(env).request_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
