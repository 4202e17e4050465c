// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "relation/commands.h"
#include "views/relation_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    std::optional<Audience> audience;
    cli::Required<Category> category;
    cli::Required<EmailAddress> email;
    cli::Required<PhoneNumber> phone;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> reason;
};

NewRelation request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .audience = options.audience,
            .category = *options.category,
            .email = *options.email,
            .phone = *options.phone,
            .from = options.from,
            .until = options.until,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::relation_view(), Persons(context.env()).add_relation(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_add() {
    return cli::command<Options>({
        .summary = "give a person a working relation with an organisation (werkrelatie toevoegen)",
        .needs = cli::Needs::write,
        .notifies = true,
        .options =
            {cli::option("person", &Options::person, "who",
                         {"rijksregisternummer", "insz", "persoon"}),
             cli::option("org", &Options::org, "for which organisation",
                         {"organisatie", "ondernemingsnummer"}),
             cli::option("audience", &Options::audience, "target group; EA unless said",
                         {"doelgroep"}),
             cli::option("category", &Options::category, "which kind of relation", {"categorie"}),
             cli::option("email", &Options::email, "e-mail address there", {"e-mailadres"}),
             cli::option("phone", &Options::phone, "telephone number there",
                         {"telefoonnummer", "telefoon"}),
             cli::option("from", &Options::from, "first day; today unless said", {"begindatum"}),
             cli::option("until", &Options::until,
                         "last day; as long as the category allows unless said", {"einddatum"}),
             cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin relation add --person p-12 --org 0566.988.259 --category vaste "
                      "--email lucas@example.be --phone +3212345678",
                      "a permanent employee"},
                     {"dcadmin relation add --file relations.csv", "many"}},
        .fields = views::relation_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Persons(env).add_relation_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
