// SPDX-License-Identifier: Apache-2.0
// Timers: which of those that come with the package are there, enabled, and have run. All of it is
// read from the files that systemd keeps, so that nobody needs a right for it.
#include "cli/file_state.h"
#include "doctor/findings.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <array>

namespace dcadmin::commands {
namespace {

struct Timer {
    std::string_view name;
    std::string_view command;  // for cron
    int days;                  // between two runs, where systemd keeps when the last one was
};

constexpr auto timers = std::to_array<Timer>({
    {"services", "dcadmin service advance", 1},
    {"issuances", "dcadmin issuance run --catch-up", 1},
    {"notices", "dcadmin notice send", 0},
    {"expiring", "dcadmin expiring --exit-code", 7},
});

bool is_enabled(cli::Context& context, const std::string& unit) {
    return cli::file_state(system_path(context, "/etc/systemd/system/timers.target.wants/" + unit))
        .has_value();
}

bool is_installed(cli::Context& context, const std::string& unit) {
    for (const std::string_view folder :
         {"/etc/systemd/system/", "/usr/lib/systemd/system/", "/lib/systemd/system/"}) {
        if (cli::file_state(system_path(context, std::string(folder) + unit))) return true;
    }
    return false;
}

void check_run(cli::Context& context, const Timer& timer, const std::string& unit,
               Findings& findings) {
    constexpr std::int64_t day = 86'400;
    const auto name = fmt::format("timer {}", timer.name);
    const auto stamp =
        cli::file_state(system_path(context, "/var/lib/systemd/timers/stamp-" + unit));
    if (timer.days == 0) {
        findings.ok(name, say("enabled"));
    } else if (!stamp) {
        findings.ok(name, say("enabled, and has not run yet"));
    } else {
        const auto last = Timestamp::from_seconds(stamp->written_at);
        const auto told = say("enabled, last run {}", last.formatted());
        // A day more than its own: it may be the hour before the next run.
        const bool late = last.seconds() + (timer.days + 1) * day < context.clock().now().seconds();
        if (late) {
            findings.warning(name, told, "systemctl status " + unit);
        } else {
            findings.ok(name, told);
        }
    }
}

}  // namespace

void check_timers(cli::Context& context, Findings& findings) {
    if (!cli::file_state(system_path(context, "/run/systemd/system"))) {
        findings.skipped("timers", say("systemd does not run here"),
                         say("from cron: dcadmin service advance; dcadmin issuance run --catch-up; "
                             "dcadmin notice send"));
        return;
    }
    for (const auto& timer : timers) {
        const auto name = fmt::format("timer {}", timer.name);
        const auto unit = fmt::format("dcadmin-{}.timer", timer.name);
        if (is_enabled(context, unit)) {
            check_run(context, timer, unit, findings);
        } else if (is_installed(context, unit)) {
            findings.skipped(name, say("not enabled"), "systemctl enable --now " + unit);
        } else {
            findings.skipped(name, say("not installed"),
                             say("apt install dcadmin, or from cron: {}", timer.command));
        }
    }
}

}  // namespace dcadmin::commands
