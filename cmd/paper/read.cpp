// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "paper/commands.h"
#include "paper/options.h"
#include "views/paper_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    cli::Required<std::string> number;
    cli::Required<Region> region;
    cli::Required<std::string> result;
    std::optional<Date> read_on;
    std::optional<Date> date;
    std::optional<std::string> worker;
    std::optional<Activity> activity;
    std::optional<std::string> cause;
    std::optional<std::string> reason;
};

PaperReading request(const Options& options) {
    return {.region = *options.region,
            .number = PaperNumber::parse(*options.number),
            .result = *options.result,
            .read_on = options.read_on,
            .day = options.date,
            .worker = options.worker.value_or(""),
            .activity = options.activity,
            .cause = options.cause.value_or(""),
            .reason = options.reason.value_or("")};
}

cli::Exit run(cli::Context& context, const Options& options) {
    context.written(views::paper_view(), Paper(context.env()).read(request(options)));
    return cli::Exit::ok;
}

}  // namespace

cli::Command paper_read() {
    return cli::command<Options>({
        .summary = "take in what the issuer read on paper vouchers (leesresultaten)",
        .details =
            "By an operator. What could not be read is left empty, and filled in from the "
            "company's announcement where there is one. A voucher that lacks its day or worker, "
            "in Brussels any field, is to be corrected. One that passed the controls is accepted, "
            "one that did not is rejected with a cause. The same file once more changes nothing.",
        .needs = cli::Needs::write,
        .options = {cli::option("number", &Options::number, "as printed on it", {"nummer"})
                        .value("NUMBER"),
                    cli::option("region", &Options::region, "of which region it is", {"gewest"}),
                    cli::option("result", &Options::result, "what came of it", {"resultaat"})
                        .choices({"ok", "unreadable", "accepted", "rejected"}),
                    cli::option("read-on", &Options::read_on, "when it was read; today unless said",
                                {"gelezen_op"}),
                    cli::option("date", &Options::date, "day of the service, when it could be read",
                                {"datum"}),
                    cli::option("worker", &Options::worker,
                                "national number or login of the worker, when it could be read",
                                {"werknemer", "insz"}),
                    cli::option("activity", &Options::activity,
                                "what was done, when it could be read", {"activiteit"}),
                    cli::option("cause", &Options::cause, "why it is rejected", {"oorzaak"})
                        .choices({paper_causes.begin(), paper_causes.end()}),
                    cli::option("reason", &Options::reason, "in words, for the log", {"reden"})},
        .examples = {{"dcadmin paper read results.csv", "all of a day"},
                     {"dcadmin paper read --number 00123456789 --region flanders --result rejected "
                      "--cause already-paid",
                      "one that was handed in twice"}},
        .fields = views::paper_view().texts(),
        .run = run,
        .rows = cli::rows_of(
            request, [](const Env& env, const auto& rows, const auto& how,
                        const auto& sink) { return Paper(env).read_rows(rows, how, sink); }),
    });
}

}  // namespace dcadmin::commands
