// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "org/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> number;
    std::optional<std::string> name;
    std::optional<EnterpriseNumber> parent;
    std::optional<Language> language;
};

NewOrganisation request(const Options& options) {
    return {.number = *options.number,
            .name = options.name.value_or(""),
            .parent = options.parent,
            .language = options.language};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::organisation_view(), Organisations(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_add() {
    return cli::command<Options>({
        .summary = "add an organisation (organisatie toevoegen)",
        .details = "The name comes from the register of enterprises where it knows the number, in "
                   "the language of --language or of the setting language; it is typed where the "
                   "register does not know it. An enterprise that was stopped is refused.",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "its enterprise number",
                                {"ondernemingsnummer", "nummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("name", &Options::name,
                                "its name, where the register does not know it", {"naam"}),
                    cli::option("parent", &Options::parent, "the organisation it is a daughter of",
                                {"moeder"}),
                    cli::option("language", &Options::language,
                                "the language of its letters; nl unless said", {"taal"})},
        .examples = {{"dcadmin org add --number 0566.988.259", "one that the register knows"},
                     {"dcadmin org add --number 0566.988.259 --name 'Poetsbureau Net'",
                      "one that it does not know"},
                     {"dcadmin org add --file orgs.csv", "many"}},
        .fields = views::organisation_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Organisations(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
