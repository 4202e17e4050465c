// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "org/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> number;
    cli::Required<std::string> name;
    std::optional<EnterpriseNumber> parent;
    std::optional<Language> language;
};

NewOrganisation request(const Options& options) {
    return {.number = *options.number,
            .name = *options.name,
            .parent = options.parent,
            .language = options.language.value_or(Language::nl)};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::organisation_view(), Organisations(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command org_add() {
    return cli::command<Options>({
        .summary = "add an organisation (organisatie toevoegen)",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "its enterprise number",
                                {"ondernemingsnummer", "nummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("name", &Options::name, "its name", {"naam"}),
                    cli::option("parent", &Options::parent, "the organisation it is a daughter of",
                                {"moeder"}),
                    cli::option("language", &Options::language,
                                "the language of its letters; nl unless said", {"taal"})},
        .examples = {{"dcadmin org add --number 0566.988.259 --name 'Poetsbureau Net'",
                      "one organisation"},
                     {"dcadmin org add --file orgs.csv", "many"}},
        .fields = views::organisation_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Organisations(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
