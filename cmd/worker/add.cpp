// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<AffiliationNumber> login;
    cli::Required<NationalNumber> number;
    cli::Required<std::string> first_name;
    cli::Required<std::string> last_name;
    cli::Required<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    cli::Required<Region> region;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<std::string> reason;
};

NewWorker request(const Options& options) {
    return {.login = options.login,
            .number = *options.number,
            .first_name = *options.first_name,
            .last_name = *options.last_name,
            .org = *options.org,
            .site = options.site,
            .region = *options.region,
            .email = options.email,
            .phone = options.phone,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::worker_view(), Workers(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_add() {
    return cli::command<Options>({
        .summary = "make a person a worker of a company (werknemer toevoegen)",
        .details = "The person is added when the store does not know him. Without a login he gets "
                   "the next that is free. His password: dcadmin worker reset-password.",
        .needs = cli::Needs::write,
        .options = {cli::option("login", &Options::login,
                                "the twelve digits that the issuer gave him", {"toegangsnummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("number", &Options::number, "national or BIS number",
                                {"rijksregisternummer", "insz"}),
                    cli::option("first-name", &Options::first_name, "first name", {"voornaam"}),
                    cli::option("last-name", &Options::last_name, "last name",
                                {"naam", "achternaam"}),
                    cli::option("org", &Options::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("site", &Options::site, "the site that he belongs to",
                                {"vestiging"}),
                    cli::option("region", &Options::region, "where he works", {"gewest"}),
                    cli::option("email", &Options::email, "e-mail address", {"e-mail"}),
                    cli::option("phone", &Options::phone, "telephone number", {"telefoon"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin worker add --file workers.csv", "many at once, from a file"},
                     {"dcadmin worker add --number 85073003328 --first-name Lucas --last-name Maes "
                      "--org 0566988259 --region wallonia --phone '+32 470 12 34 56'",
                      "one"}},
        .fields = views::worker_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Workers(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
