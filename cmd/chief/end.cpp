// SPDX-License-Identifier: Apache-2.0
#include "chief/commands.h"
#include "cli/context.h"
#include "views/administrator_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/designation.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> org;
    std::optional<Date> on;
    bool force = false;
    std::optional<std::string> reason;
    std::optional<EnterpriseNumber> confirm;
};

ChiefEnd request(const Options& options) {
    return {.org = *options.org,
            .on = options.on,
            .confirm = options.confirm,
            .force = options.force,
            .reason = options.reason.value_or("")};
}

std::string page(cli::Context& context, const Options& options) {
    const auto asked = request(options);
    const auto chief = Designation(context.env()).chief(asked.org);
    return say("the office of {}, chief of {} ({}), ends {}", chief.name, chief.org_name,
               chief.org.formatted(),
               asked.on ? say("after {}", asked.on->formatted()) : say("now"));
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::administrator_view(),
                    Designation(context.env()).end_chief(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command chief_end() {
    return cli::command<Options>({
        .summary = "end the chief's office (hoofdtoegangsbeheerder beëindigen)",
        .details =
            "By a legal representative, the chief himself, or the local operator. To replace "
            "the chief, designate the new one instead. Refused when nobody would be left who "
            "administers everything, unless forced with a reason. It is confirmed by typing "
            "the enterprise number once more.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .page = page,
        .notifies = true,
        .options = {cli::option("org", &Options::org, "of which organisation",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("on", &Options::on, "the last day; without it the office ends now",
                                {"op", "einddatum"}),
                    cli::option("force", &Options::force, "also when nobody is left", {"dwingen"}),
                    cli::option("reason", &Options::reason, "why", {"reden"}),
                    cli::option("confirm", &Options::confirm, "the enterprise number once more",
                                {"bevestiging"})
                        .completes(cli::Complete::nothing)},
        .examples = {{"dcadmin chief end --org 0566.988.259 --on 31/12/2026 --reason 'retires' "
                      "--confirm 0566.988.259",
                      "a chief who leaves at the end of the year"}},
        .fields = views::administrator_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Designation(env).end_chief_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
