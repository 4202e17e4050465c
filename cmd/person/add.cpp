// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<NationalNumber> number;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Language> language;
};

NewPerson request(const Options& options) {
    return {.number = *options.number,
            .first_name = options.first_name.value_or(""),
            .last_name = options.last_name.value_or(""),
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
        .details = "Where a register knows the number, nothing else needs to be typed: names, and "
                   "the language unless it is given, are the register's, and the person counts as "
                   "verified. Otherwise the names are typed, and unverified. Each look at a "
                   "register is logged: see dcadmin register consultations.",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "national or BIS number",
                                {"rijksregisternummer", "insz", "nummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("first-name", &Options::first_name,
                                "first name, where no register knows it", {"voornaam"}),
                    cli::option("last-name", &Options::last_name,
                                "last name, where no register knows it",
                                {"naam", "achternaam", "familienaam"}),
                    cli::option("email", &Options::email, "e-mail address", {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("language", &Options::language,
                                "the language of notices; the register's, or nl, unless said",
                                {"taal"})},
        .examples = {{"dcadmin person add --number 85.07.30-033.28 --email lucas@example.be",
                      "one whom the register knows"},
                     {"dcadmin person add --number 85.07.30-033.28 --first-name Lucas "
                      "--last-name Maes --email lucas@example.be",
                      "one whom it does not know"},
                     {"dcadmin person add --file persons.csv", "many"}},
        .fields = views::person_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Persons(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
