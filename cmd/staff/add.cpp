// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "staff/commands.h"
#include "views/staff_view.h"

#include <dcadmin/staff.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    cli::Required<std::string> role;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> reason;
};

NewStaff request(const Options& options) {
    return {.person = *options.person,
            .role = parse_staff_role(*options.role),
            .from = options.from,
            .until = options.until,
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::staff_view(), Staff(context.env()).add(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command staff_add() {
    return cli::command<Options>({
        .summary = "let a person work for the issuer (medewerker van de uitgever toevoegen)",
        .details = "An operator keeps the catalogue and the registers and answers requests for a "
                   "chief; an auditor reads all logs. By an operator. On a store that wants "
                   "sign-in the first operator must have a key: he ends its set-up.",
        .needs = cli::Needs::write,
        .options =
            {cli::option("person", &Options::person, "who", {"rijksregisternummer", "insz"}),
             cli::option("role", &Options::role, "operator or auditor", {"rol"}),
             cli::option("from", &Options::from, "first day; today unless said", {"begindatum"}),
             cli::option("until", &Options::until, "last day; none unless said", {"einddatum"}),
             cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin staff add --person p-12 --role operator --reason 'letter of 2 March'",
                      "one operator"}},
        .fields = views::staff_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Staff(env).add_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
