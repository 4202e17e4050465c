// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<EnterpriseNumber> org;
    cli::Required<AffiliationNumber> worker;
    cli::Required<CustomerNumber> customer;
    std::optional<Region> region;
    cli::Required<Date> date;
    cli::Required<int> hours;
    cli::Required<Activity> activity;
    std::optional<std::string> work_id;
    std::optional<std::string> comment;
    std::optional<std::string> reason;
};

NewService request(const Options& options) {
    return {.org = options.org,
            .worker = *options.worker,
            .customer = *options.customer,
            .region = options.region,
            .day = *options.date,
            .hours = *options.hours,
            .activity = *options.activity,
            .work_id = options.work_id.value_or(""),
            .comment = options.comment.value_or(""),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::service_view(),
                    Services(context.env()).register_service(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_register() {
    return cli::command<Options>({
        .summary = "register a service (prestatie ingeven)",
        .details = "By the worker himself, or by his company. Worker and customer are active, and "
                   "the company is accredited for that region and activity on that day. The term "
                   "of the company to validate it begins. The very same hours of the same parties "
                   "on one day are one service, unless each has a work id of its own.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "which company; the worker's unless said",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("worker", &Options::worker, "login of the worker", {"werknemer"}),
                    cli::option("customer", &Options::customer, "number of the customer",
                                {"gebruiker", "gebruikersnummer"}),
                    cli::option("region", &Options::region, "the customer's unless said",
                                {"gewest"}),
                    cli::option("date", &Options::date, "on which day", {"datum"}),
                    cli::option("hours", &Options::hours, "how many whole hours, 1 to 9", {"uren"}),
                    cli::option("activity", &Options::activity, "what was done", {"activiteit"}),
                    cli::option("work-id", &Options::work_id,
                                "by which the issuer knows it; one of the store's own unless said"),
                    cli::option("comment", &Options::comment, "for the customer to read",
                                {"opmerking"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin service register --worker 980000000182 --customer 123456789002 "
                      "--date 2026-11-23 --hours 3 --activity household",
                      "three hours of household help"},
                     {"dcadmin service register --file services.csv", "many"}},
        .fields = views::service_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Services(env).register_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
