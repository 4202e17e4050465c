// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "views/worker_view.h"
#include "worker/commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/workers.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<AffiliationNumber> login;
    std::optional<Month> month;
};

cli::Exit run(cli::Context& context, const Options& options) {
    Workers workers(context.env());
    const Worker worker = workers.get(*options.login);
    context.out().item(views::worker_view(), worker);
    const WorkerHours hours = workers.hours(worker.login, options.month);
    if (hours.hours >= hours.limit) {
        context.note(say("{} hours in {}: from {} on the issuer looks into it", hours.hours,
                         hours.month.text(), hours.limit));
    }
    return cli::Exit::ok;
}

}  // namespace

cli::Command worker_show() {
    return cli::command<Options>({
        .summary = "show a worker (werknemer)",
        .details = "Never with the password, which nobody but the worker knows.",
        .needs = cli::Needs::read,
        .options = {cli::option("login", &Options::login, "his login").positional(),
                    cli::option("month", &Options::month,
                                "whose hours are added up; this one unless said", {"maand"})},
        .examples = {{"dcadmin worker show 980000000182", "whom that login belongs to"}},
        .fields = views::worker_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
