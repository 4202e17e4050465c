// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<ServiceId> id;
    std::optional<std::string> work_id;
    std::optional<EnterpriseNumber> org;
    std::optional<Date> date;
    std::optional<int> hours;
    std::optional<Activity> activity;
    std::optional<std::string> comment;
    std::optional<std::string> reason;
};

ServiceUpdate request(const Options& options) {
    return {.service = {.id = options.id, .work_id = options.work_id, .org = options.org},
            .day = options.date,
            .hours = options.hours,
            .activity = options.activity,
            .comment = options.comment.value_or(""),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::service_view(),
                    ServiceDecisions(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_update() {
    return cli::command<Options>({
        .summary = "change a service as its company (prestatie wijzigen)",
        .details = "Until it is confirmed. A changed service is validated by that at once, and the "
                   "customer confirms it by hand: it is not confirmed by silence any more.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "which service")
                        .completes(cli::Complete::service_to_update)
                        .positional(),
                    cli::option("work-id", &Options::work_id, "by the issuer's number, with --org",
                                {"prestatienummer"}),
                    cli::option("org", &Options::org, "of which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("date", &Options::date, "on which day it was", {"datum"}),
                    cli::option("hours", &Options::hours, "how many, from 1 to 9", {"uren"}),
                    cli::option("activity", &Options::activity, "what it was", {"activiteit"}),
                    cli::option("comment", &Options::comment, "to the customer", {"commentaar"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin service update d-12 --hours 3 --comment 'three hours, not four'",
                      "less than was entered"}},
        .fields = views::service_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return ServiceDecisions(env).update_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
