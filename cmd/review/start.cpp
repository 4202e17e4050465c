// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "review/commands.h"
#include "views/review_view.h"

#include <dcadmin/reviews.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    cli::Required<Date> due;
    std::optional<RightCode> right;
    std::vector<SiteNumber> site;
    cli::Required<std::string> reason;
};

NewReview request(const Options& options) {
    return {.org = *options.org,
            .due = *options.due,
            .right = options.right,
            .sites = options.site,
            .reason = *options.reason};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::review_view(), Reviews(context.env()).start(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command review_start() {
    return cli::command<Options>({
        .summary = "ask administrators which grants stay (herbevestiging starten)",
        .details = "Every grant of the organisation that is live today or later is put to one "
                   "reviewer: a manager of its site, else the chief, else a co-chief, else a "
                   "manager of all sites; nobody to himself while there is another. Each of them "
                   "gets a task and a notice. One review of an organisation is open at a time.",
        .needs = cli::Needs::write,
        .notifies = true,
        .options = {cli::option("org", &Options::org, "whose grants",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("due", &Options::due, "until when answers are awaited",
                                {"uiterlijk"}),
                    cli::option("right", &Options::right, "only of this right",
                                {"recht", "gebruikersrecht"}),
                    cli::option("site", &Options::site, "only of these sites", {"vestiging"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin review start --org 0566.988.259 --due 2027-01-31 --reason "
                      "'yearly review'",
                      "all grants there"}},
        .fields = views::review_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Reviews(env).start_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
