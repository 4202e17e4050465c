// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "site/commands.h"
#include "views/organisation_view.h"

#include <dcadmin/organisations.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<SiteNumber> number;
    std::optional<std::string> name;
};

NewSite request(const Options& options) {
    return {.org = *options.org, .number = *options.number, .name = options.name.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::site_view(), Organisations(context.env()).add_site(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command site_add() {
    return cli::command<Options>({
        .summary = "add a site to an organisation (vestiging toevoegen)",
        .details = "The name of an establishment, or the municipality it lies in, comes from the "
                   "register of enterprises where it knows the number. One that belongs to another "
                   "enterprise is refused.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &Options::org, "the organisation it belongs to",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("number", &Options::number,
                                "its establishment number, or 12-digit affiliation number",
                                {"vestigingsnummer", "aansluitingsnummer", "nummer"})
                        .completes(cli::Complete::nothing),
                    cli::option("name", &Options::name,
                                "its name, where the register does not know it", {"naam"})},
        .examples = {{"dcadmin site add --org 0566.988.259 --number 980000611888 --name Aalst",
                      "an affiliation of the secure zone"}},
        .fields = views::site_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Organisations(env).add_site_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
