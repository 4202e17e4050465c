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

// The page with all that depends on it, and the number typed.
std::optional<EnterpriseNumber> typed_number(cli::Context& context, EnterpriseNumber number) {
    const auto one = Subsidiaries(context.env()).get(number);
    context.warn(
        say("{} ({}) will act no more in the secure zone", one.name, one.number.formatted()));
    context.warn(say("active workers: {}; they become inactive", one.workers));
    context.warn(say("open services: {}; they go on", one.services));
    context.warn(say("open issuances: {}; they are paid all the same", one.issuances));
    context.warn(
        say("coming pickups: {}, recurring: {}; they are taken back", one.pickups, one.series));
    const auto typed = context.typed("type its enterprise number to confirm: ");
    if (typed && !typed->empty()) return EnterpriseNumber::parse(*typed);
    throw Error(Kind::failed, "not confirmed: nothing was changed");
}

cli::Exit run(cli::Context& context, const Options& options) {
    SubsidiaryEnd asked = request(options);
    if (!asked.confirm && context.may_ask()) asked.confirm = typed_number(context, asked.number);
    context.written(views::subsidiary_view(), Subsidiaries(context.env()).deactivate(asked));
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
