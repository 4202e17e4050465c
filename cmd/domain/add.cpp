// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "domain/commands.h"
#include "views/administrator_view.h"

#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<DomainCode> code;
    cli::Required<std::string> name_nl;
    std::optional<std::string> name_fr;
    std::optional<std::string> name_en;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Required<std::string> source;
};

NewDomain request(const Options& options) {
    return {.code = *options.code,
            .name_nl = *options.name_nl,
            .name_fr = options.name_fr.value_or(""),
            .name_en = options.name_en.value_or(""),
            .from = options.from,
            .until = options.until,
            .source = *options.source};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::domain_view(), Domains(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command domain_add() {
    return cli::command<Options>({
        .summary = "add a domain (domein toevoegen)",
        .needs = cli::Needs::write,
        .options =
            {cli::option("code", &Options::code, "its code").completes(cli::Complete::nothing),
             cli::option("name-nl", &Options::name_nl, "its name in Dutch", {"naam"}),
             cli::option("name-fr", &Options::name_fr, "its name in French"),
             cli::option("name-en", &Options::name_en, "its name in English"),
             cli::option("from", &Options::from, "first day; since ever unless said",
                         {"begindatum"}),
             cli::option("until", &Options::until, "last day; none unless said", {"einddatum"}),
             cli::option("source", &Options::source, "who says so", {"bron"})},
        .examples = {{"dcadmin domain add --code onderwijs --name-nl Onderwijs --source 'letter of "
                      "2 March 2026'",
                      "one domain"}},
        .fields = views::domain_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Domains(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
