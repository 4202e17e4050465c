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
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<std::string> reason;
};

RelationChange request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .audience = options.audience,
            .email = options.email,
            .phone = options.phone,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::relation_view(),
                    Persons(context.env()).update_relation(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_update() {
    return cli::command<Options>({
        .summary = "change how a person is reached for a working relation (werkrelatie wijzigen)",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"})
                        .completes(cli::Complete::colleague),
                    cli::option("org", &Options::org, "with which organisation",
                                {"organisatie", "ondernemingsnummer"})
                        .completes(cli::Complete::employer),
                    cli::option("audience", &Options::audience,
                                "target group, when there are several", {"doelgroep"}),
                    cli::option("email", &Options::email, "another e-mail address",
                                {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "another telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin relation update --person p-12 --org 0566.988.259 --email "
                      "lucas@example.be",
                      "another address"},
                     {"dcadmin relation update --file addresses.csv", "many"}},
        .fields = views::relation_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Persons(env).update_relation_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
