// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "relation/commands.h"
#include "views/relation_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/persons.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    std::optional<Audience> audience;
    std::optional<Date> on;
    bool at_once = false;
    std::optional<std::string> reason;
    std::optional<Date> begins;
};

RelationEnd request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .audience = options.audience,
            .on = options.on,
            .at_once = options.at_once,
            .reason = options.reason.value_or(""),
            .begins = options.begins};
}

cli::Exit run(cli::Context& context, const Options& options) {
    const auto ended = Persons(context.env()).end_relation(request(options));
    context.out().item(views::relation_view(), ended.item.relation);
    context.remark(ended.changed, ended.remark);
    std::string grants;
    for (const auto& grant : ended.item.grants) grants += " " + grant.text();
    if (!grants.empty()) context.note(say("ended with it:{}", grants));
    return cli::Exit::ok;
}

}  // namespace

cli::Command relation_end() {
    return cli::command<Options>({
        .summary = "end a working relation, and all grants under it (werkrelatie beëindigen)",
        .details = "The person keeps access through the last day, today unless --on names another; "
                   "with --at-once it ends now.",
        .needs = cli::Needs::write,
        .ends_grants = true,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"})
                        .completes(cli::Complete::colleague),
                    cli::option("org", &Options::org, "with which organisation",
                                {"organisatie", "ondernemingsnummer"})
                        .completes(cli::Complete::employer),
                    cli::option("audience", &Options::audience,
                                "target group, when there are several", {"doelgroep"}),
                    cli::option("on", &Options::on, "the last day; today unless said",
                                {"op", "einddatum"}),
                    cli::option("at-once", &Options::at_once, "now, not at the end of a day",
                                {"onmiddellijk"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("begins", &Options::begins,
                                "only the working relation that begins on this day",
                                {"begindatum"})},
        .examples = {{"dcadmin relation end --person p-12 --org 0566.988.259 --on 31/12/2026",
                      "who leaves at the end of the year"}},
        .fields = views::relation_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Persons(env).end_relation_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
