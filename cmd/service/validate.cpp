// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_total_view.h"
#include "views/service_view.h"

#include <dcadmin/error.h>
#include <dcadmin/secure_zone/service_decisions.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::vector<ServiceId> id;
    std::optional<std::string> work_id;
    std::optional<EnterpriseNumber> org;
    std::optional<AffiliationNumber> worker;
    bool all = false;
    std::optional<Date> until;
    std::optional<std::string> comment;
    std::optional<std::string> reason;
};

ServiceDecision decision(const Options& options, std::optional<ServiceId> id) {
    return {.service = {.id = id, .work_id = options.work_id, .org = options.org},
            .comment = options.comment.value_or(""),
            .reason = options.reason.value_or("")};
}

ServiceDecision request(const Options& options) {
    if (options.id.size() > 1 || options.worker || options.all) {
        throw Error(Kind::usage, "a row of a file names one service",
                    "by its id, or by org and work_id", "id");
    }
    return decision(options, options.id.empty() ? std::nullopt : std::optional(options.id.front()));
}

cli::Exit run_all(cli::Context& context, const Options& options) {
    if (!options.id.empty() || options.work_id) {
        throw Error(Kind::usage, "either some services are named, or all are meant",
                    "leave the ids out, or --all and --worker", "id");
    }
    if (options.all && !options.until) {
        throw Error(Kind::usage, "until which day is not said",
                    "--all --until DATE: those performed through that day", "until");
    }
    const ServiceTotal total =
        ServiceDecisions(context.env())
            .validate_all({.org = options.org,
                           .worker = options.worker,
                           .until = options.until.value_or(context.clock().today()),
                           .reason = options.reason.value_or("")});
    context.out().item(views::service_total_view(), total);
    return cli::Exit::ok;
}

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.all || options.worker) return run_all(context, options);
    ServiceDecisions decisions(context.env());
    if (options.id.size() > 1) {
        std::vector<ServiceDecision> several;
        for (const ServiceId id : options.id) several.push_back(decision(options, id));
        context.written(views::service_view(), decisions.validate(several));
    } else {
        context.written(views::service_view(), decisions.validate(request(options)));
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command service_validate() {
    return cli::command<Options>({
        .summary = "validate services as their company (prestaties valideren)",
        .details =
            "By id, by Work ID, all of one worker, all that were performed until a day, or by "
            "file; "
            "each way in one transaction. The customer is told, and his term to confirm runs. What "
            "the company lets pass for its term is validated by that (service advance). A disputed "
            "service is validated unchanged only with a comment.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("id", &Options::id, "which services")
                        .completes(cli::Complete::service_to_validate)
                        .positional(),
                    cli::option("work-id", &Options::work_id, "by the issuer's number, with --org",
                                {"prestatienummer"}),
                    cli::option("org", &Options::org, "of which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("worker", &Options::worker, "all of this worker", {"werknemer"}),
                    cli::option("all", &Options::all, "all that wait"),
                    cli::option("until", &Options::until, "performed through this day",
                                {"einddatum"}),
                    cli::option("comment", &Options::comment, "to the customer", {"commentaar"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin service validate d-12 d-15", "these two"},
                     {"dcadmin service validate --worker 980000000182", "all of one worker"},
                     {"dcadmin service validate --all --until 2026-11-20 --org 0566988259",
                      "all of a company, through a Friday"},
                     {"dcadmin service validate --file checked.csv", "what somebody ticked off"}},
        .fields = views::service_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return ServiceDecisions(env).validate_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
