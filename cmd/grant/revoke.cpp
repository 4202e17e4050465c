// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "grant/commands.h"
#include "views/grant_view.h"

#include <dcadmin/rights.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    cli::Required<RightCode> right;
    std::vector<ContextValue> site;
    std::optional<Date> on;
    cli::Required<std::string> reason;
    std::optional<Date> begins;
    std::optional<GrantId> grant;
};

GrantRevocation request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .right = *options.right,
            .contexts = options.site,
            .on = options.on,
            .reason = *options.reason,
            .begins = options.begins,
            .grant = options.grant};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::grant_view(), Rights(context.env()).revoke(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_revoke() {
    return cli::command<Options>({
        .summary = "end a grant before its time (gebruikersrecht herroepen)",
        .details = "Access ends at once, or after the day of --on. Without --site all grants of "
                   "that right there "
                   "end.",
        .needs = cli::Needs::write,
        .ends_grants = true,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who",
                                {"rijksregisternummer", "insz", "persoon"})
                        .completes(cli::Complete::colleague),
                    cli::option("org", &Options::org, "for which organisation",
                                {"organisatie", "ondernemingsnummer"})
                        .completes(cli::Complete::employer),
                    cli::option("right", &Options::right, "which right",
                                {"recht", "gebruikersrecht"})
                        .completes(cli::Complete::right_held),
                    cli::option("site", &Options::site, "only these sites or roles",
                                {"vestiging", "context"})
                        .completes(cli::Complete::context_held),
                    cli::option("on", &Options::on, "the last day; at once unless said",
                                {"op", "einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("begins", &Options::begins,
                                "only the grant that begins on this day", {"begindatum"}),
                    cli::option("grant", &Options::grant,
                                "only this one, where there are several one after the other",
                                {"toekenning"})},
        .examples = {{"dcadmin grant revoke --person p-12 --org 0566.988.259 --right wse-loket "
                      "--reason 'left the desk'",
                      "at once"}},
        .fields = views::grant_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Rights(env).revoke_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
