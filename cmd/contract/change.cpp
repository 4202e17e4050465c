// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "contract/commands.h"
#include "views/worker_view.h"

#include <dcadmin/secure_zone/contracts.h>

namespace dcadmin::commands {
namespace {

struct AddOptions {
    cli::Required<AffiliationNumber> worker;
    cli::Required<EstablishmentNumber> site;
    cli::Required<Date> from;
    std::optional<Date> until;
    cli::Required<WeeklyHours> hours;
    std::optional<std::string> reason;
};

NewContract new_contract(const AddOptions& options) {
    return {.worker = *options.worker,
            .site = *options.site,
            .from = *options.from,
            .until = options.until,
            .hours = *options.hours,
            .reason = options.reason.value_or("")};
}

cli::Exit run_add(cli::Context& context, const AddOptions& options) {
    context.written(views::contract_view(), Contracts(context.env()).add(new_contract(options)));
    return cli::Exit::ok;
}

struct EndOptions {
    cli::Required<AffiliationNumber> worker;
    std::optional<EstablishmentNumber> site;
    std::optional<Date> on;
    std::optional<std::string> reason;
};

ContractEnd contract_end_of(const EndOptions& options) {
    return {.worker = *options.worker,
            .site = options.site,
            .on = options.on,
            .reason = options.reason.value_or("")};
}

cli::Exit run_end(cli::Context& context, const EndOptions& options) {
    context.written(views::contract_view(), Contracts(context.env()).end(contract_end_of(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command contract_add() {
    return cli::command<AddOptions>({
        .summary = "enter a worker's contract (contract toevoegen)",
        .details = "With the establishment unit that he belongs to. At one establishment a worker "
                   "has one contract at a time.",
        .needs = cli::Needs::write,
        .options = {cli::option("worker", &AddOptions::worker, "login of the worker",
                                {"werknemer", "toegangsnummer"}),
                    cli::option("site", &AddOptions::site, "number of the establishment unit",
                                {"vestiging", "vestigingseenheid"}),
                    cli::option("from", &AddOptions::from, "first day", {"begindatum"}),
                    cli::option("until", &AddOptions::until, "last day; without end unless said",
                                {"einddatum"}),
                    cli::option("hours", &AddOptions::hours, "hours per week", {"uren"}),
                    cli::option("reason", &AddOptions::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin contract add --worker 980000000182 --site 2147812701 --from "
                      "2026-09-01 --hours 19.5",
                      "without end, nineteen hours and a half a week"}},
        .fields = views::contract_view().texts(),
        .run = run_add,
        .rows =
            cli::rows_of(new_contract,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Contracts(env).add_rows(rows, how, sink);
                         }),
    });
}

cli::Command contract_end() {
    return cli::command<EndOptions>({
        .summary = "end a worker's contract (contract beëindigen)",
        .details = "The one that runs on that day, which becomes its last.",
        .needs = cli::Needs::write,
        .options = {cli::option("worker", &EndOptions::worker, "login of the worker",
                                {"werknemer", "toegangsnummer"}),
                    cli::option("site", &EndOptions::site,
                                "at which establishment, when he has several",
                                {"vestiging", "vestigingseenheid"}),
                    cli::option("on", &EndOptions::on, "the last day; today unless said",
                                {"einddatum"}),
                    cli::option("reason", &EndOptions::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin contract end --worker 980000000182 --on 2026-12-31",
                      "his last day"}},
        .fields = views::contract_view().texts(),
        .run = run_end,
        .rows =
            cli::rows_of(contract_end_of,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Contracts(env).end_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
