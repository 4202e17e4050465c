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
    cli::Required<Date> until;
    std::optional<std::string> reason;
    std::optional<Date> begins;
};

RelationExtension request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .audience = options.audience,
            .until = *options.until,
            .reason = options.reason.value_or(""),
            .begins = options.begins};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::relation_view(),
                    Persons(context.env()).extend_relation(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_extend() {
    return cli::command<Options>({
        .summary = "let a working relation end later (werkrelatie verlengen)",
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
                    cli::option("until", &Options::until, "the new last day", {"einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("begins", &Options::begins,
                                "only the working relation that begins on this day",
                                {"begindatum"})},
        .examples = {{"dcadmin relation extend --person p-12 --org 0566.988.259 --until 31/12/2030",
                      "four years more"}},
        .fields = views::relation_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Persons(env).extend_relation_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
