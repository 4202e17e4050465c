// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/person_view.h"

#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<Language> language;
};

PersonChange request(const Options& options) {
    return {.person = *options.person,
            .first_name = options.first_name,
            .last_name = options.last_name,
            .email = options.email,
            .phone = options.phone,
            .language = options.language};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::person_view(), Persons(context.env()).update(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_update() {
    return cli::command<Options>({
        .summary = "change what is known of a person (persoon wijzigen)",
        .details = "What is not named stays as it is. The person gets a notice.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"})
                        .positional(),
                    cli::option("first-name", &Options::first_name, "first name", {"voornaam"}),
                    cli::option("last-name", &Options::last_name, "last name",
                                {"naam", "achternaam", "familienaam"}),
                    cli::option("email", &Options::email, "e-mail address", {"e-mailadres"}),
                    cli::option("phone", &Options::phone, "telephone number",
                                {"telefoonnummer", "telefoon"}),
                    cli::option("language", &Options::language, "the language of notices",
                                {"taal"})},
        .examples = {{"dcadmin person update p-12 --email l.maes@example.be", "a new address"}},
        .fields = views::person_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Persons(env).update_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
