// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "issuance/commands.h"
#include "views/issuance_view.h"

#include <dcadmin/secure_zone/issuance_schedules.h>

namespace dcadmin::commands {
namespace {

struct SetOptions {
    cli::Required<EnterpriseNumber> org;
    std::optional<Region> region;
    cli::Required<std::string> every;
    std::optional<int> on;
    std::optional<std::string> reason;
};

NewSchedule set_request(const SetOptions& options) {
    return {.org = *options.org,
            .region = options.region,
            .every = parse_every(*options.every),
            .on = options.on,
            .reason = options.reason.value_or("")};
}

cli::Exit set(cli::Context& context, const SetOptions& options) {
    context.written(views::schedule_view(),
                    IssuanceSchedules(context.env()).set(set_request(options)));
    return cli::Exit::ok;
}

struct OffOptions {
    cli::Required<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<std::string> reason;
};

ScheduleRef off_request(const OffOptions& options) {
    return {.org = *options.org, .region = options.region, .reason = options.reason.value_or("")};
}

cli::Exit off(cli::Context& context, const OffOptions& options) {
    context.written(views::schedule_view(),
                    IssuanceSchedules(context.env()).off(off_request(options)));
    return cli::Exit::ok;
}

struct ShowOptions {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
};

cli::Exit show(cli::Context& context, const ShowOptions& options) {
    const auto& env = context.env();
    auto list = context.out().list(views::schedule_view());
    list.end(IssuanceSchedules(env).list({.org = options.org, .region = options.region},
                                         std::ref(list)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command issuance_auto_set() {
    return cli::command<SetOptions>({
        .summary = "hand in automatically (automatische afgifte instellen)",
        .details =
            "A period ends with its day, and its issuance is made on that day, or on the first "
            "working day after it: what was allocated until then. It is made by dcadmin issuance "
            "run, from a timer. Another rhythm takes the place of the one that was, from today on.",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &SetOptions::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("region", &SetOptions::region,
                                "of which vouchers; each region that accredits it unless said",
                                {"gewest"}),
                    cli::option("every", &SetOptions::every, "how often", {"frequentie"})
                        .choices({"day", "week", "two-weeks", "month"}),
                    cli::option(
                        "on", &SetOptions::on,
                        "1 Monday to 7 Sunday, Monday unless said; or the day of the month, "
                        "its last unless said",
                        {"dag"}),
                    cli::option("reason", &SetOptions::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin issuance auto set --org 0566988259 --every month",
                      "with the last day of each month"},
                     {"dcadmin issuance auto set --org 0566988259 --region brussels --every week "
                      "--on 5",
                      "on Fridays"}},
        .fields = views::schedule_view().texts(),
        .run = set,
        .rows =
            cli::rows_of(set_request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return IssuanceSchedules(env).set_rows(rows, how, sink);
                         }),
    });
}

cli::Command issuance_auto_show() {
    return cli::command<ShowOptions>({
        .summary =
            "show how often is handed in automatically, and when next (automatische afgifte)",
        .needs = cli::Needs::read,
        .options = {cli::option("org", &ShowOptions::org, "only of this company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("region", &ShowOptions::region, "only of this region", {"gewest"})},
        .examples = {{"dcadmin issuance auto show --org 0566988259", "the next days"}},
        .fields = views::schedule_view().texts(),
        .run = show,
    });
}

cli::Command issuance_auto_off() {
    return cli::command<OffOptions>({
        .summary = "hand in automatically no more (automatische afgifte uitzetten)",
        .needs = cli::Needs::write,
        .options = {cli::option("org", &OffOptions::org, "which company",
                                {"organisatie", "ondernemingsnummer"}),
                    cli::option("region", &OffOptions::region, "of which vouchers; all unless said",
                                {"gewest"}),
                    cli::option("reason", &OffOptions::reason, "why, for the log", {"reden"})},
        .examples = {{"dcadmin issuance auto off --org 0566988259 --region wallonia",
                      "by hand from now on"}},
        .fields = views::schedule_view().texts(),
        .run = off,
        .rows =
            cli::rows_of(off_request,
                         [](const Env& env, const auto& rows, const auto& how, const auto& sink) {
                             return IssuanceSchedules(env).off_rows(rows, how, sink);
                         }),
    });
}

}  // namespace dcadmin::commands
