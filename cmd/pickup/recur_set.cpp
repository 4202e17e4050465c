// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "pickup/commands.h"
#include "views/pickup_series_view.h"

#include <dcadmin/secure_zone/pickup_series.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<SiteNumber> site;
    cli::Required<Region> region;
    cli::Required<std::string> every;
    cli::Required<int> on;
    cli::Required<PersonRef> contact;
    cli::Required<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<int> bags;
    std::optional<std::string> on_holiday;
    std::optional<std::string> reason;
};

NewPickupSeries request(const Options& options) {
    NewPickupSeries series{.org = *options.org,
                           .site = *options.site,
                           .region = *options.region,
                           .every = parse_pickup_rhythm(*options.every),
                           .on = *options.on,
                           .from = options.from,
                           .until = options.until,
                           .contact = *options.contact,
                           .phone = *options.phone,
                           .bags = options.bags,
                           .on_holiday = {},
                           .reason = options.reason.value_or("")};
    if (options.on_holiday) series.on_holiday = parse_on_holiday(*options.on_holiday);
    return series;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::pickup_series_view(),
                    RecurringPickups(context.env()).set(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command pickup_recur_set() {
    return cli::command<Options>({
        .summary = "have the carrier come back (terugkerende ophalingen)",
        .details =
            "One series per site and region: set again, it changes, and what is left out stays. "
            "When he comes first is told, and which days of the next three months are legal "
            "holidays or closing days and so skipped, or moved to the next working day; with "
            "--dry-run nothing but that is done. A day of the month that is a Saturday or Sunday "
            "is moved; a month that lacks it has its last day. The pickups are asked for by "
            "pickup recur run.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "where", {"vestiging"}),
                    cli::option("region", &Options::region, "of which vouchers", {"gewest"}),
                    cli::option("every", &Options::every, "how often", {"elke"})
                        .choices({"week", "two-weeks", "month"}),
                    cli::option("on", &Options::on,
                                "the weekday, 1 Monday to 5 Friday, or the day of the month",
                                {"op"}),
                    cli::option("contact", &Options::contact, "whom the driver turns to",
                                {"contactpersoon"})
                        .completes(cli::Complete::contact_person),
                    cli::option("phone", &Options::phone, "his telephone number", {"telefoon"}),
                    cli::option("from", &Options::from,
                                "the first day; today unless said. Every second week counts from "
                                "it",
                                {"begindatum"}),
                    cli::option("until", &Options::until, "the last day", {"einddatum"}),
                    cli::option("bags", &Options::bags, "how many bags; 1 unless said", {"zakken"}),
                    cli::option("on-holiday", &Options::on_holiday,
                                "what becomes of a day that is none; skip unless said")
                        .choices({"skip", "next"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin pickup recur set --org 0566988259 --site 2147812701 --region "
                      "flanders --every two-weeks --on 2 --contact p-12 --phone '+32 470 12 34 56' "
                      "--on-holiday next",
                      "every second Tuesday"}},
        .fields = views::pickup_series_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return RecurringPickups(env).set_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
