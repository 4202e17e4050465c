// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "right/commands.h"
#include "views/task_view.h"

#include <dcadmin/tasks.h>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<PersonRef> person;
    cli::Required<EnterpriseNumber> org;
    cli::Required<RightCode> right;
    std::vector<ContextValue> site;
    std::optional<Date> from;
    std::optional<Date> until;
    cli::Required<std::string> reason;
};

RightRequest request(const Options& options) {
    return {.person = options.person,
            .org = *options.org,
            .right = *options.right,
            .contexts = options.site,
            .from = options.from,
            .until = options.until,
            .reason = *options.reason};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::task_view(), Tasks(context.env()).request_right(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command right_request() {
    return cli::command<Options>({
        .summary = "ask an organisation's administrators for a right (gebruikersrecht aanvragen)",
        .details = "The request becomes a task of every administrator there; those with an e-mail "
                   "address are told. Without one the request is refused.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who asks; who acts unless said",
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
                    cli::option("from", &Options::from,
                                "first day; when it is accepted unless said", {"begindatum"}),
                    cli::option("until", &Options::until,
                                "last day; as the right's usual period unless said", {"einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin --as p-2 right request --org 0566.988.259 --right dah-gebruiker "
                      "--reason 'new desk'",
                      "for oneself"},
                     {"dcadmin right request --file requests.csv", "many"}},
        .fields = views::task_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Tasks(env).request_right_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
