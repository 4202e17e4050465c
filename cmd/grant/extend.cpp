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
    cli::Required<Date> until;
    std::optional<std::string> reason;
    std::optional<Date> begins;
};

GrantExtension request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .right = *options.right,
            .contexts = options.site,
            .until = *options.until,
            .reason = options.reason.value_or(""),
            .begins = options.begins};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::grant_view(), Rights(context.env()).extend(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_extend() {
    return cli::command<Options>({
        .summary = "let a grant end later (gebruikersrecht verlengen)",
        .details = "The new end is cut to what the working relation and the right allow.",
        .needs = cli::Needs::write,
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
                    cli::option("site", &Options::site,
                                "which sites or roles, where the right has them",
                                {"vestiging", "context"})
                        .completes(cli::Complete::context_held),
                    cli::option("until", &Options::until, "the new last day", {"einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("begins", &Options::begins,
                                "only the grant that begins on this day", {"begindatum"})},
        .examples = {{"dcadmin grant extend --person p-12 --org 0566.988.259 --right wse-loket "
                      "--until 31/12/2028",
                      "two years more"}},
        .fields = views::grant_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Rights(env).extend_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
