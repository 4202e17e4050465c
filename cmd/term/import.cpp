// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "term/commands.h"
#include "views/dated_views.h"

#include <dcadmin/secure_zone/terms.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<TermKind> kind;
    cli::Required<Region> region;
    std::optional<EnteredBy> entered_by;
    std::optional<Channel> channel;
    cli::Required<int> length;
    cli::Required<TermUnit> unit;
    cli::Required<Date> from;
    std::optional<Date> until;
    cli::Required<std::string> source;
};

NewLegalTerm request(const Options& options) {
    return {.kind = *options.kind,
            .region = *options.region,
            .entered_by = options.entered_by,
            .channel = options.channel,
            .length = {*options.length, *options.unit},
            .from = *options.from,
            .until = options.until,
            .source = *options.source};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::term_view(), Terms(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command term_import() {
    return cli::command<Options>({
        .summary = "add terms of the secure zone, with their source (termijnen inlezen)",
        .details =
            "Rows are added and never changed: from its first day on a row takes the place "
            "of the earlier one for the same. A mistake is mended by importing the right row "
            "once more with the same first day. By an operator.",
        .needs = cli::Needs::write,
        .options = {cli::option("kind", &Options::kind, "which term", {"soort"}),
                    cli::option("region", &Options::region, "where", {"gewest"}),
                    cli::option("entered-by", &Options::entered_by,
                                "for services that this party registered; either unless said",
                                {"ingevoerd_door"}),
                    cli::option("channel", &Options::channel,
                                "for users who answer so; either unless said", {"kanaal"}),
                    cli::option("length", &Options::length, "how many", {"duur"}),
                    cli::option("unit", &Options::unit, "of what", {"eenheid"}),
                    cli::option("from", &Options::from, "first day that it can begin to run",
                                {"begindatum"}),
                    cli::option("until", &Options::until, "last such day; without end unless said",
                                {"einddatum"}),
                    cli::option("source", &Options::source, "the law or page that says so",
                                {"bron"})},
        .examples = {{"dcadmin term import --kind confirm --region wallonia --entered-by worker "
                      "--length 5 --unit working-days --from 2027-01-01 --source 'decreet van …'",
                      "one row"},
                     {"dcadmin term import --file terms.csv", "many"}},
        .fields = views::term_view().texts(),
        .run = run,
        .rows = cli::rows_of(request,
                             [](const Env& env, const auto& rows, const auto& how,
                                const auto& sink) { return Terms(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
