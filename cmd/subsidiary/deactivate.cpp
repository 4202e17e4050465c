// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "subsidiary/commands.h"
#include "views/subsidiary_view.h"

#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/subsidiaries.h>

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<EnterpriseNumber> number;
    std::optional<EnterpriseNumber> org;
    std::optional<EnterpriseNumber> confirm;
    bool force = false;
    std::optional<std::string> reason;
};

SubsidiaryEnd request(const Options& options) {
    return {.org = options.org,
            .number = *options.number,
            .confirm = options.confirm,
            .force = options.force,
            .reason = options.reason.value_or("")};
}

// All that depends on it.
std::string page(cli::Context& context, const Options& options) {
    const auto one = Subsidiaries(context.env()).get(*options.number);
    return say(
        "{} ({}) will act no more in the secure zone\n"
        "active workers: {}; they become inactive\n"
        "open services: {}; they go on\n"
        "open issuances: {}; they are paid all the same\n"
        "coming pickups: {}, recurring: {}; they are taken back",
        one.name, one.number.formatted(), one.workers, one.services, one.issuances, one.pickups,
        one.series);
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::subsidiary_view(),
                    Subsidiaries(context.env()).deactivate(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command subsidiary_deactivate() {
    return cli::command<Options>({
        .summary = "let a subsidiary act no more (dochteronderneming deactiveren)",
        .details =
            "What depends on it is shown first, and its number is typed once more. From then on no "
            "worker, contract, service, pickup or schedule of issuances begins for it. Its workers "
            "become inactive, its recurring pickups end and the coming ones are taken back; its "
            "services and issuances go on to their end, for that money is owed. Refused as long as "
            "issuances are open, unless forced with a reason. There is no way back. By a legal "
            "representative of the parent or who holds the zone's right there.",
        .needs = cli::Needs::write,
        .severity = cli::Severity::grave,
        .page = page,
        .options = {cli::option("number", &Options::number, "which",
                                {"organisatie", "ondernemingsnummer"})
                        .positional(),
                    cli::option("org", &Options::org, "of which parent, to be sure",
                                {"moederonderneming"}),
                    cli::option("confirm", &Options::confirm, "its number once more",
                                {"bevestiging"})
                        .completes(cli::Complete::nothing),
                    cli::option("force", &Options::force, "also with open issuances", {"dwingen"}),
                    cli::option("reason", &Options::reason, "why", {"reden"})},
        .examples = {{"dcadmin subsidiary deactivate 0566.988.259 --confirm 0566.988.259 --reason "
                      "'taken over by the parent'",
                      "a daughter that stops"}},
        .fields = views::subsidiary_view().texts(),
        .run = run,
        .rows =
            cli::rows_of(request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return Subsidiaries(env).deactivate_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
