// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "service/commands.h"
#include "views/service_view.h"

#include <dcadmin/secure_zone/services.h>

namespace dcadmin::commands {

namespace {

// As an export spells them.
struct ExportedActivity {
    Activity value = Activity::household;
};
struct ExportedState {
    ServiceState value = ServiceState::registered;
};

}  // namespace

}  // namespace dcadmin::commands

namespace dcadmin::cli {

template <>
struct ArgType<commands::ExportedActivity> : FreeArg<> {
    static constexpr std::string_view name = "ACTIVITY";
    static commands::ExportedActivity parse(std::string_view text, const ParseContext&) {
        return {parse_imported_activity(text)};
    }
    static std::string shown(commands::ExportedActivity given) {
        return std::string(name_of(given.value));
    }
};

template <>
struct ArgType<commands::ExportedState> : FreeArg<> {
    static constexpr std::string_view name = "STATUS";
    static commands::ExportedState parse(std::string_view text, const ParseContext&) {
        return {parse_imported_state(text)};
    }
    static std::string shown(commands::ExportedState given) {
        return std::string(name_of(given.value));
    }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> work_id;
    cli::Required<AffiliationNumber> worker;
    cli::Required<CustomerNumber> customer;
    cli::Required<Region> region;
    cli::Required<Date> date;
    cli::Required<int> hours;
    cli::Required<ExportedActivity> activity;
    std::optional<ExportedState> status;
    std::optional<std::string> comment;
    std::optional<cli::FilePath> map;
    std::optional<std::string> reason;
};

ImportedService request(const Options& options) {
    ImportedService service{.work_id = *options.work_id,
                            .worker = *options.worker,
                            .customer = *options.customer,
                            .region = *options.region,
                            .day = *options.date,
                            .hours = *options.hours,
                            .activity = options.activity->value,
                            .comment = options.comment.value_or(""),
                            .reason = options.reason.value_or("")};
    if (options.status) service.state = options.status->value;
    return service;
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::service_view(), Services(context.env()).import(request(options)));
    return cli::Exit::ok;
}

std::vector<cli::OptionOf<Options>> options() {
    return {
        cli::option("work-id", &Options::work_id, "by which the issuer knows it",
                    {"prestatie-id", "prestatienummer", "numéro de prestation", "id prestation"}),
        cli::option("worker", &Options::worker, "login of the worker",
                    {"werknemer", "login werknemer", "toegangsnummer", "travailleur",
                     "login travailleur", "worker login", "access number"}),
        cli::option("customer", &Options::customer, "number of the customer",
                    {"gebruiker", "gebruikersnummer", "utilisateur", "numéro d'utilisateur",
                     "user number", "customer number"}),
        cli::option("region", &Options::region, "where the customer lives", {"gewest", "région"}),
        cli::option("date", &Options::date, "on which day",
                    {"datum", "prestatiedatum", "datum prestatie", "date de prestation",
                     "date prestation", "service date", "work date"}),
        cli::option("hours", &Options::hours, "how many whole hours, 1 to 9",
                    {"uren", "aantal uren", "heures", "nombre d'heures", "number of hours",
                     "number of sv"}),
        cli::option("activity", &Options::activity,
                    "what was done: household, shopping, ironing or transport",
                    {"activiteit", "activité", "activity type"}),
        cli::option("status", &Options::status,
                    "how far it is: registered, validated, confirmed or cancelled",
                    {"statut", "toestand", "état", "state"}),
        cli::option("comment", &Options::comment, "wanted of a cancelled one",
                    {"opmerking", "commentaire", "remarque"}),
        cli::option("map", &Options::map,
                    "a file with lines 'our column,their header', for other headers")
            .line_only(),
        cli::option("reason", &Options::reason, "why, for the log", {"reden", "raison"})};
}

}  // namespace

cli::Command service_import() {
    return cli::command<Options>({
        .summary = "take services in from an export of the issuer (prestaties inlezen)",
        .details = "By the headers of the file, in English, Dutch or French; --map names others, "
                   "and columns that are not known are left out and told. Each row is looked up by "
                   "its work id: a new one is registered, one that is there is changed and "
                   "validated, confirmed or cancelled by the same rules as by hand, and what is so "
                   "already stays. Words of exports for how far a service is are read too.",
        .needs = cli::Needs::write,
        .options = options(),
        .examples = {{"dcadmin service import prestaties.csv", "all that the issuer has"},
                     {"dcadmin service import export.csv --map headers.csv --region wallonia",
                      "with headers of its own, and all of one region"}},
        .fields = views::service_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Services(env).import_rows(rows, how, sink); }),
        .for_people = {"*"},
    });
}

}  // namespace dcadmin::commands
