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
    std::optional<std::string> reason;
};

StaffEnd request(const Options& options) {
    return {.person = *options.person,
            .role = parse_staff_role(*options.role),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::staff_view(), Staff(context.env()).remove(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command staff_remove() {
    return cli::command<Options>({
        .summary = "end a person's work for the issuer (medewerker van de uitgever beëindigen)",
        .details = "At once. The last operator who can sign in stays on a store that wants it.",
        .needs = cli::Needs::write,
        .options = {cli::option("person", &Options::person, "who", {"rijksregisternummer", "insz"}),
                    cli::option("role", &Options::role, "operator or auditor", {"rol"}),
                    cli::option("reason", &Options::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin staff remove --person p-12 --role operator --reason 'left'",
                      "one operator"}},
        .fields = views::staff_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Staff(env).remove_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
