// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "person/commands.h"
#include "views/leave_view.h"

#include <dcadmin/leavers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<PersonRef> person;
    std::optional<EnterpriseNumber> org;
    std::optional<Date> on;
    cli::Required<std::string> reason;
    bool force = false;
};

LeaveRequest request(const Options& options) {
    return {.person = *options.person,
            .org = options.org,
            .on = options.on,
            .reason = *options.reason,
            .force = options.force};
}

void show(cli::Context& context, const std::vector<LeaveItem>& items) {
    auto list = context.out().list(views::leave_view());
    for (const LeaveItem& item : items) list(item);
    list.end();
}

cli::Exit run(cli::Context& context, const Options& options) {
    Leavers leavers(context.env());
    if (!context.globals().yes) {
        show(context, leavers.preview(request(options)));
        context.note("nothing was changed; to end all of this, run the same with --yes");
        return cli::Exit::ok;
    }
    const auto written = leavers.leave(request(options));
    show(context, written.item);
    context.remark(written.changed, written.remark);
    return cli::Exit::ok;
}

}  // namespace

cli::Command person_leave() {
    return cli::command<Options>({
        .summary = "end all that a person holds when he goes (uit dienst)",
        .details = "Shows the working relations, the rights under them and the offices as an "
                   "administrator that would end, for one organisation or for all; --yes ends "
                   "them, in one transaction. With a file too, nothing is changed without --yes. "
                   "The last administrator of an organisation needs a successor first, or --force.",
        .needs = cli::Needs::write,
        .only_with_yes = true,
        .ends_grants = true,
        .notifies = true,
        .options = {cli::option("person", &Options::person, "who goes",
                                {"rijksregisternummer", "insz", "persoon"})
                        .positional(),
                    cli::option("org", &Options::org, "only there; everywhere unless said",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("on", &Options::on, "his last day; today unless said",
                                {"op", "einddatum"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("force", &Options::force, "also the last administrator", {"toch"})},
        .examples = {{"dcadmin person leave p-12 --on 2026-12-31 --reason 'new job'",
                      "what would end"},
                     {"dcadmin person leave --file leavers.csv --yes",
                      "those of a file, for real"}},
        .fields = views::leave_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Leavers(env).leave_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
