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
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> reason;
};

NewGrant request(const Options& options) {
    return {.person = *options.person,
            .org = *options.org,
            .right = *options.right,
            .contexts = options.site,
            .from = options.from,
            .until = options.until,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::grant_view(), Rights(context.env()).grant(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command grant_add() {
    return cli::command<Options>({
        .summary = "grant a right to a person for an organisation (gebruikersrecht toekennen)",
        .details = "A grant is one working relation, one right, one site or role, one period; "
                   "several sites "
                   "make several grants. Asking for what is there already changes nothing.",
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
                        .completes(cli::Complete::right_to_grant),
                    cli::option("site", &Options::site, "the sites or roles it is limited to",
                                {"vestiging", "context"})
                        .completes(cli::Complete::context_to_grant),
                    cli::option("from", &Options::from, "first day; today unless said",
                                {"begindatum"}),
                    cli::option("until", &Options::until,
                                "last day; as the right's usual period unless said", {"einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin grant add --person p-12 --org 0566.988.259 --right "
                      "dienstencheques-erkende-onderneming --site 980000611888",
                      "one right, at one site"},
                     {"dcadmin grant add --file grants.csv --dry-run", "judge a file of many"}},
        .fields = views::grant_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Rights(env).grant_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
