// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<NationalNumber> number;
    cli::Required<std::string> first_name;
    cli::Required<std::string> last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Language> language;
};

NewPerson request(const Options& options) {
    return {.number = *options.number,
            .first_name = *options.first_name,
            .last_name = *options.last_name,
            .email = options.email,
            .phone = options.phone,
            .language = options.language};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::person_view(), Persons(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_add() {
    return cli::command<Options>({
        .summary = "add a person (persoon toevoegen)",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "national or BIS number",
                                {"rijksregisternummer", "insz", "nummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("first-name", &Options::first_name, "first name", {"voornaam"}),
                    cli::option("last-name", &Options::last_name, "last name",
                                {"naam", "achternaam", "familienaam"}),
                    cli::option("email", &Options::email, "e-mail address", {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("language", &Options::language,
                                "the language of notices; nl unless said", {"taal"})},
        .examples = {{"dcadmin person add --number 85.07.30-033.28 --first-name Lucas "
                      "--last-name Maes --email lucas@example.be",
                      "one person"},
                     {"dcadmin person add --file persons.csv", "many"}},
        .fields = views::person_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Persons(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
