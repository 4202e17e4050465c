// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "doctor/commands.h"
#include "doctor/findings.h"
#include "views/doctor_view.h"

namespace dcadmin::commands {
namespace {

struct Options {
    bool connect = false;
    bool exit_code = false;
};

cli::Exit run(cli::Context& context, const Options& options) {
    Findings findings;
    findings.check("modules", [&] { check_modules(context, findings); });
    findings.check("store", [&] { check_store(context, findings); });
    findings.check("clock", [&] { check_clock(context, findings); });
    findings.check("files", [&] { check_files(context, findings); });
    findings.check("disk", [&] { check_disk(context, findings); });
    findings.check("keys", [&] { check_keys(context, findings); });
    findings.check("relay", [&] { check_relay_settings(context, findings, options.connect); });
    findings.check("timers", [&] { check_timers(context, findings); });
    findings.check("completion", [&] { check_completion(context, findings); });
    findings.check("manual", [&] { check_manual(context, findings); });
    auto list = context.out().list(views::finding_view());
    for (const auto& finding : findings.all()) list(finding);
    list.end();
    return options.exit_code && findings.has_problem() ? cli::Exit::found : cli::Exit::ok;
}

}  // namespace

cli::Command doctor() {
    return cli::command<Options>({
        .summary = "look at this installation: what is wrong, and what to do (nazicht)",
        .details = "Looks at the modules, the store, the clock and the time zone, modes of files, "
                   "the disk, digital keys, the mail relay, timers, completion and manual pages, "
                   "for the user who runs it. Changes nothing. A check that does not apply here is "
                   "skipped; a warning need not be wrong; a problem has its remedy beside it.",
        .runs = cli::Runs::here,
        .options = {cli::option("connect", &Options::connect,
                                "also sign in to the mail relay; nothing is sent"),
                    cli::option("exit-code", &Options::exit_code,
                                "end with 10 when there is a problem")},
        .examples = {{"dcadmin doctor", "what is wrong here, and what to do"},
                     {"dcadmin doctor --exit-code -o json", "for monitoring"}},
        .fields = views::finding_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
